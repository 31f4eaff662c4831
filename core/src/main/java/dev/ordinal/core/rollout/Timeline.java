package dev.ordinal.core.rollout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Steps as an aligned text: a line a step, a column a pod. */
final class Timeline {
    private static final String GAP = "  ";

    private Timeline() {}

    static String of(List<Step> steps) {
        Map<String, Integer> widths = widths(steps);
        int numbers = String.valueOf(steps.size()).length();
        StringBuilder text = new StringBuilder(" ".repeat(numbers));
        widths.forEach((pod, width) -> text.append(GAP).append(padded(pod, width)));
        endLine(text);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String number = String.valueOf(i + 1);
            text.append(" ".repeat(numbers - number.length())).append(number);
            widths.forEach((pod, width) -> text.append(GAP).append(padded(cell(step, pod), width)));
            text.append(GAP).append(step.ready()).append(" ready");
            endLine(text);
        }
        return text.append(legend(steps)).toString();
    }

    private static Map<String, Integer> widths(List<Step> steps) {
        Set<String> pods = new TreeSet<>(Timeline::byOrdinal);
        steps.forEach(step -> pods.addAll(step.pods().keySet()));
        Map<String, Integer> widths = new TreeMap<>(Timeline::byOrdinal);
        for (String pod : pods) {
            widths.put(pod, steps.stream().map(step -> cell(step, pod).length()).reduce(pod.length(), Math::max));
        }
        return widths;
    }

    /** All names differ in the number only, so that of two the longer is the higher. */
    private static int byOrdinal(String one, String other) {
        int byLength = Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : one.compareTo(other);
    }

    private static String cell(Step step, String name) {
        Step.Pod pod = step.pods().get(name);
        return pod == null ? "-" : "r" + pod.revision() + " " + pod.state();
    }

    private static String legend(List<Step> steps) {
        Map<Integer, String> images = new TreeMap<>();
        steps.forEach(step -> step.pods().values().forEach(pod -> images.put(pod.revision(), pod.image())));
        return images.entrySet().stream()
                .map(entry -> "r" + entry.getKey() + " = " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static void endLine(StringBuilder text) {
        text.setLength(text.toString().stripTrailing().length());
        text.append('\n');
    }
}
