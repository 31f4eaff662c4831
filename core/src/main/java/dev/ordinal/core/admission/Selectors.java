package dev.ordinal.core.admission;

/** Labels, and the selectors that choose objects by their labels. */
final class Selectors {
    private Selectors() {}

    /** A map of labels, reported as a whole. */
    static void labels(Node holder, String name) {
        labels(holder, name, holder.field(name));
    }

    /** A map of labels, reported as another one. */
    static void labels(Node holder, String name, Node whole) {
        for (Node label : holder.entries(name)) {
            Node reported = label.calledAs(whole);
            if (!Names.QUALIFIED.accepts(label.key())) {
                reported.invalid(
                        Statement.LABEL_IS_WELL_FORMED,
                        "the key \"" + label.key() + "\" must be " + Names.QUALIFIED.words(),
                        "rename the key: " + Names.QUALIFIED.fix(label.key()));
            }
            if (!Names.LABEL_VALUE.accepts(label.text())) {
                reported.invalid(
                        Statement.LABEL_IS_WELL_FORMED,
                        "the value must be " + Names.LABEL_VALUE.words(),
                        Names.LABEL_VALUE.fix(label.text()));
            }
        }
    }

    /** A text that must be fit for the key of a label, an absent one included. */
    static void qualified(Node key) {
        if (!Names.QUALIFIED.accepts(key.text())) {
            key.invalid(
                    Statement.NAME_IS_WELL_FORMED,
                    "it must be " + Names.QUALIFIED.words(),
                    Names.QUALIFIED.fix(key.text()));
        }
    }

    static void labelValue(Node value) {
        if (!Names.LABEL_VALUE.accepts(value.text())) {
            value.invalid(
                    Statement.LABEL_IS_WELL_FORMED,
                    "a label value must be " + Names.LABEL_VALUE.words(),
                    Names.LABEL_VALUE.fix(value.text()));
        }
    }

    /** A label selector; nothing is wrong with an absent one. Tells whether it is well formed. */
    static boolean check(Node selector) {
        int before = selector.findingsSoFar();
        labels(selector, "matchLabels");
        for (Node expression : selector.each("matchExpressions")) {
            values(expression, expression.field("operator"));
            qualified(expression.field("key"));
            for (Node item : expression.each("values")) {
                labelValue(item);
            }
        }
        return selector.isCleanSince(before);
    }

    private static void values(Node expression, Node operator) {
        switch (operator.text()) {
            case "In", "NotIn" -> expression.field("values").required("values: [one]");
            case "Exists", "DoesNotExist" -> noValues(expression);
            default -> unknown(operator, "In", "NotIn", "Exists", "DoesNotExist");
        }
    }

    static void noValues(Node expression) {
        if (!expression.field("values").isEmpty()) {
            expression
                    .field("values")
                    .forbidden("Exists and DoesNotExist take no values", "remove values, or write operator: In");
        }
    }

    /** An operator that is none of these; reported as invalid, not as unsupported. */
    static void unknown(Node operator, String... known) {
        operator.invalid(
                Statement.SELECTOR_IS_WELL_FORMED,
                "the operator must be " + Wording.listed(known),
                "write " + Wording.nearest(operator.text(), known));
    }

    /** Whether a well-formed selector chooses these labels. */
    static boolean matches(Node selector, Node labels) {
        for (Node wanted : selector.entries("matchLabels")) {
            if (!labels.has(wanted.key()) || !labels.key(wanted.key()).text().equals(wanted.text())) {
                return false;
            }
        }
        for (Node expression : selector.each("matchExpressions")) {
            if (!holds(expression, labels)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Node expression, Node labels) {
        Node label = labels.key(expression.field("key").text());
        boolean present = labels.has(label.key());
        boolean among = present
                && expression.each("values").stream()
                        .anyMatch(value -> value.text().equals(label.text()));
        return switch (expression.field("operator").text()) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> present;
            default -> !present;
        };
    }
}
