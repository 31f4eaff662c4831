package dev.ordinal.core.change;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Steps in their order, as data and in three written forms. Immutable. */
public final class Plan extends AbstractList<Step> {
    private static final String SCRIPT_HEAD =
            """
            #!/usr/bin/env bash
            # Stops at the first command that fails and at the first check that does not pass in time.
            # shellcheck disable=SC2016 # Checks are expanded where they are awaited.
            set -euo pipefail

            await() {
              local until=$((SECONDS + ${TIMEOUT_SECONDS:-900}))
              until bash -c "$1"; do
                if [ "$SECONDS" -ge "$until" ]; then
                  echo "not done in time: $1" >&2
                  exit 1
                fi
                sleep 5
              done
            }
            """;

    private final List<Step> steps;

    private Plan(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** These steps. */
    public static Plan of(List<Step> steps) {
        return new Plan(steps);
    }

    /** These steps. */
    public static Plan of(Step... steps) {
        return new Plan(List.of(steps));
    }

    @Override
    public Step get(int index) {
        return steps.get(index);
    }

    @Override
    public int size() {
        return steps.size();
    }

    /** For a terminal: numbered, with reason, commands and check below each title. */
    public String text() {
        return numbered(Plan::text);
    }

    /** For a page: numbered headings of the third level, the commands in blocks to copy. */
    public String markdown() {
        return numbered(Plan::markdown);
    }

    /**
     * For a shell: a bash script that stops at the first failed command, and waits for each check, 900 seconds unless the
     * variable {@code TIMEOUT_SECONDS} says otherwise.
     */
    public String script() {
        return SCRIPT_HEAD + numbered(Plan::script);
    }

    private interface Form {
        String of(int number, Step step);
    }

    private String numbered(Form form) {
        return IntStream.range(0, steps.size())
                .mapToObj(index -> form.of(index + 1, steps.get(index)))
                .collect(Collectors.joining());
    }

    private static String text(int number, Step step) {
        StringBuilder text = new StringBuilder(number + ". " + step.title() + "\n");
        if (!step.reason().isEmpty()) {
            text.append("   why    ").append(step.reason()).append('\n');
        }
        step.commands().forEach(command -> text.append("   run    ")
                .append(command.strip().indent(10).strip())
                .append('\n'));
        step.check().ifPresent(check -> text.append("   until  ").append(check).append('\n'));
        return text.toString();
    }

    private static String markdown(int number, Step step) {
        StringBuilder text = new StringBuilder("\n### " + number + ". " + step.title() + "\n");
        if (!step.reason().isEmpty()) {
            text.append('\n').append(step.reason()).append('\n');
        }
        if (!step.commands().isEmpty()) {
            text.append('\n').append(block(String.join("\n", step.commands())));
        }
        step.check().ifPresent(check -> text.append("\nGo on when this succeeds:\n\n")
                .append(block(check)));
        return text.toString();
    }

    private static String block(String commands) {
        return "```sh\n" + commands.strip() + "\n```\n";
    }

    private static String script(int number, Step step) {
        StringBuilder text = new StringBuilder("\necho " + quoted(number + ". " + step.title()) + "\n");
        step.reason().lines().forEach(line -> text.append("# ").append(line).append('\n'));
        step.commands().forEach(command -> text.append(command.strip()).append('\n'));
        step.check()
                .ifPresent(check -> text.append("await ").append(quoted(check)).append('\n'));
        return text.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
