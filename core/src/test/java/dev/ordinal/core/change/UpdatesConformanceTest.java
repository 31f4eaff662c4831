package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 3,181 updates that a real server accepted or refused. Where server-side apply itself refused there are no causes. Lines
 * whose causes differ are listed, with the reason, in {@code differing-updates.txt}.
 */
class UpdatesConformanceTest {
    private static final List<String> WRONG_VERDICTS = new ArrayList<>();
    private static final Map<Integer, String> WRONG_CAUSES = new TreeMap<>();
    private static final Map<String, int[]> SCORES = new TreeMap<>();

    @BeforeAll
    static void judge_everything() {
        List<Map<?, ?>> lines = Recording.lines("updates.jsonl.gz");
        for (int i = 0; i < lines.size(); i++) {
            compare(i + 1, lines.get(i));
        }
        int alike = SCORES.values().stream().mapToInt(score -> score[0]).sum();
        System.out.printf(
                "updates: verdicts alike: %d of %d; verdicts and causes alike: %d%n",
                lines.size() - WRONG_VERDICTS.size(), lines.size(), alike);
        SCORES.forEach((base, score) -> System.out.printf("%-22s %5d of %5d alike%n", base, score[0], score[1]));
    }

    private static void compare(int number, Map<?, ?> line) {
        Set<String> judged = new TreeSet<>();
        Change.between(Recording.base(line), Recording.sent(line)).report().errors().stream()
                .flatMap(error -> error.refusal().stream())
                .forEach(refusal -> judged.add(refusal.reason() + " " + refusal.field()));
        Set<String> recorded = Recording.causes(line);
        boolean accepted = Boolean.TRUE.equals(line.get("accepted"));
        if (!accepted && recorded.isEmpty()) {
            recorded.add(" ");
        }
        int[] score = SCORES.computeIfAbsent(String.valueOf(line.get("base")), base -> new int[2]);
        score[1]++;
        score[0] += judged.equals(recorded) ? 1 : 0;
        String told = number + " " + line.get("base") + " " + line.get("edits") + "\n    judged   " + judged
                + "\n    recorded " + recorded;
        if (judged.isEmpty() != accepted) {
            WRONG_VERDICTS.add(told);
        } else if (!judged.equals(recorded)) {
            WRONG_CAUSES.put(number, told);
        }
    }

    @Test
    void every_verdict_is_the_servers() {
        assertThat(WRONG_VERDICTS).isEmpty();
    }

    @Test
    void every_cause_is_the_servers_unless_it_is_listed() {
        Set<Integer> listed = Recording.texts("differing-updates.txt").stream()
                .map(line -> Integer.valueOf(line.substring(0, line.indexOf(' '))))
                .collect(Collectors.toSet());
        WRONG_CAUSES.keySet().removeAll(listed);

        assertThat(WRONG_CAUSES.values()).isEmpty();
        assertThat(listed)
                .hasSizeLessThan(Objects.requireNonNull(Recording.lines("updates.jsonl.gz"))
                                .size()
                        / 100);
    }
}
