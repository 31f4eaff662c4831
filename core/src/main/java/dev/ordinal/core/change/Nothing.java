package dev.ordinal.core.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which values say no more than a field that is left out. */
final class Nothing {
    /** Empty says something else here than nothing. */
    private static final Set<String> TELLING = Set.of(
            "storageClassName", "volumeAttributesClassName", "podSelector", "namespaceSelector", "labelSelector");

    private static final Set<String> FALSE = Set.of(
            "hostNetwork",
            "hostPID",
            "hostIPC",
            "readOnly",
            "stdin",
            "stdinOnce",
            "tty",
            "publishNotReadyAddresses",
            "paused",
            "manualSelector");

    private static final Set<String> ZERO =
            Set.of("minReadySeconds", "initialDelaySeconds", "hostPort", "nodePort", "start", "healthCheckNodePort");

    private Nothing() {}

    static boolean is(@Nullable Object value, List<String> names) {
        String name = names.isEmpty() ? "" : names.get(names.size() - 1);
        if (value == null) {
            return true;
        } else if (TELLING.contains(name)) {
            return false;
        } else if (value instanceof String text) {
            return text.isEmpty() && !name.equals("[]");
        } else if (value instanceof Boolean yes) {
            return !yes && FALSE.contains(name);
        } else if (value instanceof Number number) {
            return ZERO.contains(name) && number.doubleValue() == 0;
        } else if (value instanceof List<?> list) {
            return list.isEmpty();
        }
        return value instanceof Map<?, ?> map && isEmpty(map, names);
    }

    private static boolean isEmpty(Map<?, ?> map, List<String> names) {
        return map.entrySet().stream()
                .allMatch(entry -> is(entry.getValue(), Difference.with(names, String.valueOf(entry.getKey()))));
    }
}
