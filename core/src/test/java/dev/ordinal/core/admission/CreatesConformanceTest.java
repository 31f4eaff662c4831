package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reader and judge together against 8,493 creations that a real server accepted or refused. What the server could not decode
 * has no causes there. Lines whose causes cannot be foretold are listed, with the reason, in {@code unpredictable-creates.txt}.
 */
class CreatesConformanceTest {
    private static final Map<String, int[]> SCORES = new TreeMap<>();
    private static final List<String> WRONG_VERDICTS = new ArrayList<>();
    private static final Map<Integer, String> WRONG_CAUSES = new TreeMap<>();

    @BeforeAll
    static void judge_everything() {
        Map<String, Map<String, @Nullable Object>> bases = Corpus.bases();
        List<Map<String, @Nullable Object>> lines = Corpus.lines("creates.jsonl.gz");
        for (int i = 0; i < lines.size(); i++) {
            Map<String, @Nullable Object> line = lines.get(i);
            compare(i + 1, line, Corpus.map(bases.get(Corpus.text(line.get("base")))));
        }
        int alike = SCORES.values().stream().mapToInt(score -> score[0]).sum();
        System.out.printf(
                "verdicts alike: %d of %d; verdicts and causes alike: %d%n",
                lines.size() - WRONG_VERDICTS.size(), lines.size(), alike);
        SCORES.forEach((base, score) -> System.out.printf("%-22s %5d of %5d alike%n", base, score[0], score[1]));
    }

    private static void compare(int number, Map<String, @Nullable Object> line, Map<String, @Nullable Object> base) {
        Set<String> judged = Corpus.judgedByManifest(Corpus.edited(base, line.get("edits")));
        Set<String> recorded = Corpus.recorded(line);
        if ("BadRequest".equals(line.get("reason"))) {
            // The server stops there; Ordinal goes on with what it could read, because it tells everything at once.
            recorded.add("BadRequest ");
            judged.removeIf(cause -> !cause.equals("BadRequest "));
        }
        int[] score = SCORES.computeIfAbsent(Corpus.text(line.get("base")), name -> new int[2]);
        score[1]++;
        score[0] += judged.equals(recorded) ? 1 : 0;
        String told = number + " " + line.get("base") + " " + line.get("edits") + "\n    judged   " + judged
                + "\n    recorded " + recorded;
        if (judged.isEmpty() != Boolean.TRUE.equals(line.get("accepted"))) {
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
    void every_cause_is_the_servers_unless_the_server_itself_leaves_it_to_chance() {
        Map<Integer, String> surprising = new TreeMap<>(WRONG_CAUSES);
        Corpus.unpredictable().forEach(surprising::remove);

        assertThat(surprising.values()).isEmpty();
    }

    @Test
    void every_base_is_accepted() {
        Corpus.bases().forEach((name, base) -> assertThat(Corpus.judged(Corpus.document(base)))
                .as(name)
                .isEmpty());
    }
}
