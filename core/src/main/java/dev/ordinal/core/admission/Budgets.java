package dev.ordinal.core.admission;

/** PodDisruptionBudget, policy/v1. Its metadata are looked at only when the rest is in order. */
final class Budgets {
    private Budgets() {}

    static void check(Node budget) {
        int before = budget.findingsSoFar();
        Node spec = budget.field("spec");
        Node least = spec.field("minAvailable");
        Node most = spec.field("maxUnavailable");
        if (least.isPresent() && most.isPresent()) {
            spec.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "minAvailable and maxUnavailable exclude each other",
                    "remove one of the two");
        }
        amount(least);
        amount(most);
        Selectors.check(spec.field("selector"));
        spec.field("unhealthyPodEvictionPolicy").oneOf("IfHealthyBudget", "AlwaysAllow");
        if (budget.isCleanSince(before)) {
            Metadata.generic(budget, Names.PATH_SEGMENT);
        }
    }

    /** A number of pods, or a share of them. */
    private static void amount(Node amount) {
        if (!amount.isText()) {
            amount.atLeast(0);
        } else if (!isPercent(amount.text()) || percent(amount.text()) > 100) {
            amount.invalid(
                    Statement.NUMBER_IS_IN_RANGE,
                    "a share is from 0% to 100%",
                    "write a number of pods, or a share such as 50%");
        }
    }

    private static boolean isPercent(String text) {
        return text.length() > 1
                && text.endsWith("%")
                && text.chars().limit(text.length() - 1L).allMatch(c -> c >= '0' && c <= '9');
    }

    private static long percent(String text) {
        return text.length() > 10 ? Long.MAX_VALUE : Long.parseLong(text.substring(0, text.length() - 1));
    }
}
