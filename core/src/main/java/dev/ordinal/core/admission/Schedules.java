package dev.ordinal.core.admission;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The language of a CronJob's schedule. */
final class Schedules {
    private static final Set<String> WORDS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final Pattern DURATION = Pattern.compile("[-+]?(0|((\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+)");
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<Field> FIELDS = List.of(
            new Field(0, 59, List.of()),
            new Field(0, 23, List.of()),
            new Field(1, 31, List.of()),
            new Field(1, 12, MONTHS),
            new Field(0, 6, WEEKDAYS));

    private Schedules() {}

    static boolean isSchedule(String text) {
        if (text.startsWith("@")) {
            return WORDS.contains(text)
                    || (text.startsWith("@every ")
                            && DURATION.matcher(text.substring("@every ".length()))
                                    .matches());
        }
        String[] parts = text.strip().split("\\s+", -1);
        if (parts.length != FIELDS.size()) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!FIELDS.get(i).accepts(parts[i])) {
                return false;
            }
        }
        return true;
    }

    /** One of the five fields: its bounds, and the names that stand for its numbers. */
    private record Field(int least, int most, List<String> names) {
        boolean accepts(String text) {
            for (String part : text.split(",", -1)) {
                if (!part.isEmpty() && !isRange(part)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isRange(String text) {
            String[] steps = text.split("/", -1);
            String[] bounds = steps[0].split("-", -1);
            boolean all = bounds[0].equals("*") || bounds[0].equals("?");
            int from = all ? least : number(bounds[0], names);
            int to = all ? most : number(bounds[bounds.length - 1], names);
            if (steps.length == 2 && bounds.length == 1) {
                to = most;
            }
            boolean stepped = steps.length == 1 || (steps.length == 2 && number(steps[1], List.of()) > 0);
            return stepped && (all || bounds.length <= 2) && from >= least && to <= most && from <= to;
        }

        private static int number(String text, List<String> names) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (!lower.isEmpty() && names.contains(lower)) {
                return names.indexOf(lower);
            }
            String digits = text.startsWith("+") ? text.substring(1) : text;
            boolean number =
                    !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? Integer.parseInt(digits) : Integer.MIN_VALUE;
        }
    }
}
