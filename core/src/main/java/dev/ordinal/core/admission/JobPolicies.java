package dev.ordinal.core.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When a job fails, succeeds and replaces pods. */
final class JobPolicies {
    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;
    private static final long NONSENSE = Long.MIN_VALUE;

    private JobPolicies() {}

    static void check(Node spec, Node completions) {
        Node failure = spec.field("podFailurePolicy");
        failure.field("rules").tooMany(MOST_RULES);
        for (Node rule : failure.each("rules")) {
            failureRule(rule, spec);
        }
        Node replacement = spec.field("podReplacementPolicy");
        if (failure.isPresent()) {
            replacement.oneOf("Failed");
        } else {
            replacement.oneOf("Failed", "TerminatingOrFailed");
        }
        Node success = spec.field("successPolicy");
        if (success.isPresent() && Jobs.isIndexed(spec)) {
            success.field("rules").required("rules: [{succeededIndexes: \"0\"}]");
            success.field("rules").tooMany(MOST_RULES);
            for (Node rule : success.each("rules")) {
                successRule(rule, completions);
            }
        }
    }

    private static void failureRule(Node rule, Node spec) {
        Node action = rule.field("action");
        Containers.choice(action, "action: Ignore", "Count", "FailIndex", "FailJob", "Ignore");
        if (action.is("FailIndex") && !spec.field("backoffLimitPerIndex").isPresent()) {
            action.invalid(
                    Statement.FIELDS_FIT_TOGETHER, "it needs backoffLimitPerIndex", "write backoffLimitPerIndex: 1");
        }
        Node codes = rule.field("onExitCodes");
        boolean conditions = !rule.field("onPodConditions").isEmpty();
        if (codes.isPresent()) {
            exitCodes(codes, spec.field("template").field("spec"));
        }
        rule.field("onPodConditions").tooMany(MOST_RULES);
        for (Node condition : rule.each("onPodConditions")) {
            Selectors.qualified(condition.field("type"));
            condition.field("status").given().oneOf("True", "False", "Unknown");
        }
        if (codes.isPresent() == conditions) {
            rule.invalid(
                    Statement.ONE_SOURCE_IS_GIVEN,
                    "exactly one of onExitCodes and onPodConditions must be set",
                    "write a rule for each");
        }
    }

    private static void exitCodes(Node codes, Node pod) {
        Node operator = codes.field("operator");
        Containers.choice(operator, "operator: In", "In", "NotIn");
        Node container = codes.field("containerName");
        if (container.isPresent()
                && List.of("containers", "initContainers").stream()
                        .flatMap(list -> pod.each(list).stream())
                        .noneMatch(one -> one.field("name").is(container.text()))) {
            container.invalid(
                    Statement.REFERENCE_RESOLVES, "the pod has no such container", "name a container of the pod");
        }
        Node values = codes.field("values");
        if (values.isEmpty()) {
            values.invalid(Statement.REQUIRED_FIELD_IS_SET, "a code is needed", "write values: [42]");
        }
        values.tooMany(MOST_CODES);
        order(codes.each("values"), values, operator.is("In"));
    }

    private static void order(List<Node> codes, Node whole, boolean in) {
        Set<Long> seen = new HashSet<>();
        long last = Long.MIN_VALUE;
        boolean ordered = true;
        for (Node code : codes) {
            if (in && code.number(0) == 0) {
                code.invalid(Statement.NUMBER_IS_IN_RANGE, "0 is no failure", "remove it");
            }
            if (!seen.add(code.number(0))) {
                code.duplicate("code");
            }
            ordered &= code.number(0) >= last;
            last = code.number(0);
        }
        if (!ordered) {
            whole.invalid(Statement.TEXT_IS_WELL_FORMED, "the codes must ascend", "sort them");
        }
    }

    private static void successRule(Node rule, Node all) {
        Node count = rule.field("succeededCount");
        Node indexes = rule.field("succeededIndexes");
        if (!count.isPresent() && !indexes.isPresent()) {
            rule.refuse(
                    Reason.REQUIRED,
                    Statement.ONE_SOURCE_IS_GIVEN,
                    "a count or indexes must be set",
                    "write succeededCount: 1");
        }
        if (!all.isPresent()) {
            return;
        }
        long completions = all.number(0);
        long named = indexes.isPresent() ? indexes(indexes.text(), completions) : completions;
        if (named == NONSENSE) {
            indexes.invalid(
                    Statement.TEXT_IS_WELL_FORMED,
                    "it must list ascending indexes below completions",
                    "write, for example, \"0,2-4\"");
            named = 0;
        }
        if (count.isPresent() && (count.number(0) < 0 || count.number(0) > Math.min(named, completions))) {
            count.invalid(
                    Statement.NUMBER_IS_IN_RANGE, "there are not so many indexes to succeed", "write a smaller number");
        }
    }

    /** How many indexes a text such as {@code 0,2-4} names; NONSENSE for another text. */
    private static long indexes(String text, long completions) {
        long total = 0;
        long last = -1;
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] bounds = part.split("-", -1);
            long from = number(bounds[0]);
            long to = bounds.length == 2 ? number(bounds[1]) : from;
            boolean sound = bounds.length <= 2 && from > last && to < completions && (bounds.length == 1 || to > from);
            if (!sound) {
                return NONSENSE;
            }
            total += to - from + 1;
            last = to;
        }
        return total;
    }

    private static long number(String signed) {
        String text = signed.startsWith("+") ? signed.substring(1) : signed;
        boolean digits = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : -1;
    }
}
