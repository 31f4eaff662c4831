package dev.ordinal.presets.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.server.Commands;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Does what a person does who pastes a chapter of the run book; {@code kubectl} is the harness. */
record Terminal(Kafka kafka) {
    private static final Duration ONE_COMMAND = Duration.ofSeconds(90);

    /** All steps of a chapter, each until its check succeeds; gives what the commands have printed. */
    String follow(RunBook book, String chapter) {
        StringBuilder printed = new StringBuilder();
        for (Step step : chapter(book, chapter).steps()) {
            step.commands().forEach(command -> printed.append(run(command)));
            step.check().ifPresent(check -> kafka.cluster()
                    .await(step.title() + ": " + check, Kafka.SERVING, () -> succeeds(check)));
        }
        return printed.toString();
    }

    private static RunBook.Chapter chapter(RunBook book, String title) {
        return book.chapters().stream()
                .filter(candidate -> candidate.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private String run(String command) {
        List<String> words = words(command);
        return switch (words.get(0)) {
            case "exec" -> done(command, exec(words));
            case "scale" -> scale(words);
            case "delete" -> delete(words);
            case "rollout" -> ready();
            case "apply", "wait", "get" -> "";
            default -> throw new AssertionError("the run book says what is not known here: " + command);
        };
    }

    private boolean succeeds(String check) {
        return exec(words(check)).ok();
    }

    /** Without {@code kubectl -n test}. */
    private static List<String> words(String command) {
        assertThat(command).startsWith("kubectl -n test ");
        return Arrays.asList(command.split(" ")).subList(3, command.split(" ").length);
    }

    /** {@code exec POD -c CONTAINER -- WORDS}. */
    private Commands.Result exec(List<String> words) {
        return kafka.cluster().pod(words.get(1)).exec(ONE_COMMAND, words.subList(5, words.size()));
    }

    private static String done(String command, Commands.Result result) {
        assertThat(result.exit()).as(command + ": " + result.output()).isZero();
        return result.output();
    }

    /** {@code scale statefulset NAME --replicas=N}. */
    private String scale(List<String> words) {
        kafka.scale(words.get(2), Integer.parseInt(words.get(3).substring("--replicas=".length())));
        return "";
    }

    /** {@code delete pod NAME}, {@code delete pvc NAME}; a claim goes when its pod is gone. */
    private String delete(List<String> words) {
        Map<String, Runnable> kinds =
                Map.of("pod", () -> kafka.comeBack(words.get(2)), "pvc", () -> kafka.lose(words.get(2)));
        kinds.getOrDefault(words.get(1), () -> {
                    throw new AssertionError(words);
                })
                .run();
        return "";
    }

    private String ready() {
        kafka.awaitReady();
        return "";
    }
}
