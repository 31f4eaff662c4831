package dev.ordinal.core.admission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where pods may run: node selector, affinity, tolerations, spread, gates and claims of devices. */
final class Scheduling {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private Scheduling() {}

    static void check(Node pod) {
        Selectors.labels(pod, "nodeSelector");
        Node affinity = pod.field("affinity");
        nodeAffinity(affinity.field("nodeAffinity"));
        podAffinity(affinity.field("podAffinity"));
        podAffinity(affinity.field("podAntiAffinity"));
        for (Node item : pod.each("tolerations")) {
            toleration(item);
        }
        TopologySpread.check(pod);
        gates(pod);
        claims(pod);
    }

    private static void nodeAffinity(Node affinity) {
        Node required = affinity.field(REQUIRED);
        if (required.isPresent()) {
            required.field("nodeSelectorTerms").required("nodeSelectorTerms: [{matchExpressions: […]}]");
            for (Node term : required.each("nodeSelectorTerms")) {
                term(term, true);
            }
        }
        for (Node preferred : affinity.each(PREFERRED)) {
            weight(preferred.field("weight"));
            term(preferred.field("preference"), false);
        }
    }

    private static void weight(Node weight) {
        if (weight.number(0) < 1 || weight.number(0) > 100) {
            weight.invalid(Statement.NUMBER_IS_IN_RANGE, "a weight is from 1 to 100", "write a number from 1 to 100");
        }
    }

    private static void term(Node term, boolean checkValues) {
        for (Node expression : term.each("matchExpressions")) {
            Node values = expression.field("values");
            switch (expression.field("operator").text()) {
                case "In", "NotIn" -> values.required("values: [one]");
                case "Exists", "DoesNotExist" -> Selectors.noValues(expression);
                case "Gt", "Lt" -> exactlyOne(values);
                default ->
                    Selectors.unknown(
                            expression.field("operator"), "In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
            }
            Selectors.qualified(expression.field("key"));
            if (checkValues) {
                for (Node item : expression.each("values")) {
                    Selectors.labelValue(item);
                }
            }
        }
        for (Node item : term.each("matchFields")) {
            fieldTerm(item);
        }
    }

    private static void exactlyOne(Node values) {
        if (values.size() != 1) {
            values.refuse(
                    Reason.REQUIRED,
                    Statement.SELECTOR_IS_WELL_FORMED,
                    "exactly one value is needed",
                    "write one value");
        }
    }

    private static void fieldTerm(Node expression) {
        Node operator = expression.field("operator");
        if (operator.isOneOf("In", "NotIn")) {
            exactlyOne(expression.field("values"));
        } else {
            Selectors.unknown(operator, "In", "NotIn");
        }
        Node key = expression.field("key");
        if (!key.is("metadata.name")) {
            key.invalid(Statement.VALUE_IS_KNOWN, "nodes are chosen by metadata.name only", "write key: metadata.name");
        } else {
            for (Node name : expression.each("values")) {
                name.orEmpty().named(Names.DNS_SUBDOMAIN);
            }
        }
    }

    private static void podAffinity(Node affinity) {
        for (Node item : affinity.each(REQUIRED)) {
            podTerm(item);
        }
        for (Node preferred : affinity.each(PREFERRED)) {
            weight(preferred.field("weight"));
            podTerm(preferred.field("podAffinityTerm"));
        }
    }

    private static void podTerm(Node term) {
        Selectors.check(term.field("labelSelector"));
        Selectors.check(term.field("namespaceSelector"));
        for (Node namespace : term.each("namespaces")) {
            namespace.orEmpty().calledAs(term.field("namespace")).named(Names.DNS_LABEL);
        }
        matchLabelKeys(term);
        Node key = term.field("topologyKey");
        key.required("topologyKey: kubernetes.io/hostname");
        Selectors.qualified(key);
    }

    /** The keys whose values are taken from the pod's own labels and added to the selector. */
    static void matchLabelKeys(Node term) {
        Set<String> mismatch = new HashSet<>();
        for (Node key : term.each("mismatchLabelKeys")) {
            mismatch.add(key.text());
        }
        for (String list : List.of("matchLabelKeys", "mismatchLabelKeys")) {
            Node keys = term.field(list);
            if (!keys.isEmpty() && !term.field("labelSelector").isPresent()) {
                keys.forbidden("it adds to labelSelector, which is not set", "write labelSelector");
            } else {
                for (Node item : term.each(list)) {
                    Selectors.qualified(item);
                }
            }
        }
        alreadySelected(term);
        for (Node key : term.each("matchLabelKeys")) {
            if (mismatch.contains(key.text())) {
                key.invalid(
                        Statement.FIELDS_FIT_TOGETHER,
                        "mismatchLabelKeys has the key too",
                        "remove it from one of the two");
            }
        }
    }

    /** An expression for a key that is selected before it and is to be matched too; the server means a place of its own. */
    private static void alreadySelected(Node term) {
        List<String> keys = new ArrayList<>();
        for (Node key : term.each("matchLabelKeys")) {
            keys.add(key.text());
        }
        Set<String> selected = new HashSet<>();
        for (Node label : term.field("labelSelector").entries("matchLabels")) {
            selected.add(label.key());
        }
        for (Node expression : term.field("labelSelector").each("matchExpressions")) {
            Node key = expression.field("key");
            if (!selected.add(key.text()) && keys.contains(key.text())) {
                key.calledAs(term.index(keys.lastIndexOf(key.text())))
                        .invalid(
                                Statement.FIELDS_FIT_TOGETHER,
                                "matchLabelKeys has the key too",
                                "remove it from one of the two");
            }
        }
    }

    static void toleration(Node toleration) {
        Node key = toleration.field("key");
        Node operator = toleration.field("operator");
        Node effect = toleration.field("effect");
        if (!key.isEmpty()) {
            Selectors.qualified(key);
        } else if (!operator.is("Exists")) {
            operator.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "without a key it can only be Exists",
                    "write operator: Exists, or a key");
        }
        operator.given().oneOf("Equal", "Exists");
        tolerated(toleration.field("value"), operator);
        if (toleration.field("tolerationSeconds").isPresent() && !effect.is("NoExecute")) {
            effect.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "tolerationSeconds goes with NoExecute only",
                    "write effect: NoExecute");
        }
        effect.given().oneOf("NoSchedule", "PreferNoSchedule", "NoExecute");
    }

    /** The value; the server reports it as the operator. */
    private static void tolerated(Node value, Node operator) {
        if (operator.is("Exists") && !value.isEmpty()) {
            value.calledAs(operator)
                    .invalid(
                            Statement.FIELDS_FIT_TOGETHER,
                            "Exists takes no value",
                            "remove value, or write operator: Equal");
        } else if (operator.isEmpty() || operator.is("Equal")) {
            Selectors.labelValue(value.calledAs(operator));
        }
    }

    private static void gates(Node pod) {
        Set<String> names = new HashSet<>();
        for (Node gate : pod.each("schedulingGates")) {
            Node name = gate.field("name");
            Selectors.qualified(name.silent());
            if (!names.add(name.text())) {
                name.silent().duplicate("scheduling gate");
            }
        }
    }

    private static void claims(Node pod) {
        Set<String> names = new HashSet<>();
        for (Node claim : pod.each("resourceClaims")) {
            Node name = claim.field("name");
            if (name.required("name: gpu")) {
                if (!names.add(name.text())) {
                    name.duplicate("resource claim");
                } else {
                    name.named(Names.DNS_LABEL);
                }
            }
            Node one = claim.field("resourceClaimName");
            Node template = claim.field("resourceClaimTemplateName");
            if (one.isPresent() == template.isPresent()) {
                claim.invalid(
                        Statement.ONE_SOURCE_IS_GIVEN,
                        "exactly one of resourceClaimName and resourceClaimTemplateName must be set",
                        "write one of the two");
            }
            one.named(Names.DNS_SUBDOMAIN);
            template.named(Names.DNS_SUBDOMAIN);
        }
    }
}
