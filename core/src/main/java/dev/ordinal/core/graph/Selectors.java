package dev.ordinal.core.graph;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Label selection as the API server does it: an absent selector selects nothing, an empty one everything. */
public final class Selectors {
    private Selectors() {}

    /** Whether a label selector selects these labels. */
    public static boolean selects(@Nullable LabelSelector selector, Map<String, String> labels) {
        if (selector == null) {
            return false;
        }
        Map<String, String> wanted = selector.getMatchLabels();
        List<LabelSelectorRequirement> requirements = selector.getMatchExpressions();
        return (wanted == null || haveAll(labels, wanted))
                && (requirements == null || requirements.isEmpty() || meetAll(requirements, labels));
    }

    /** Whether the plain selector of a Service selects these labels; an empty one selects nothing. */
    public static boolean selects(@Nullable Map<String, String> selector, Map<String, String> labels) {
        return selector != null && !selector.isEmpty() && haveAll(labels, selector);
    }

    private static boolean haveAll(Map<String, String> labels, Map<String, String> wanted) {
        for (Map.Entry<String, String> label : wanted.entrySet()) {
            if (!has(labels, label)) {
                return false;
            }
        }
        return true;
    }

    static boolean has(Map<String, String> labels, Map.Entry<String, String> wanted) {
        String value = labels.get(wanted.getKey());
        return value == null
                ? wanted.getValue() == null && labels.containsKey(wanted.getKey())
                : value.equals(wanted.getValue());
    }

    private static boolean meetAll(List<LabelSelectorRequirement> requirements, Map<String, String> labels) {
        for (LabelSelectorRequirement requirement : requirements) {
            if (!meets(requirement, labels)) {
                return false;
            }
        }
        return true;
    }

    private static boolean meets(@Nullable LabelSelectorRequirement requirement, Map<String, String> labels) {
        if (requirement == null || requirement.getKey() == null) {
            return false;
        }
        String operator = requirement.getOperator() == null ? "" : requirement.getOperator();
        @Nullable String value = labels.get(requirement.getKey());
        List<String> values = requirement.getValues() == null ? List.of() : requirement.getValues();
        return switch (operator) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
