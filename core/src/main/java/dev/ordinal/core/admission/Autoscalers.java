package dev.ordinal.core.admission;

import java.util.List;
import java.util.Map;

/** HorizontalPodAutoscaler, autoscaling/v2. */
final class Autoscalers {
    private static final int LONGEST_WINDOW = 3600;
    private static final int LONGEST_PERIOD = 1800;
    /** The block of each type of metric, in the order in which the server looks for them: the first one counts. */
    private static final List<String> BLOCKS = List.of("object", "external", "pods", "resource", "containerResource");

    private static final Map<String, String> TYPES = Map.of(
            "Object", "object",
            "External", "external",
            "Pods", "pods",
            "Resource", "resource",
            "ContainerResource", "containerResource");

    private Autoscalers() {}

    static void check(Node autoscaler) {
        Metadata.check(autoscaler, Names.DNS_SUBDOMAIN);
        Node spec = autoscaler.field("spec");
        replicas(spec);
        reference(spec.field("scaleTargetRef"), true);
        for (Node item : spec.each("metrics")) {
            metric(item);
        }
        for (String direction : List.of("scaleUp", "scaleDown")) {
            Node rules = spec.field("behavior").field(direction);
            if (rules.isPresent()) {
                rules(rules);
            }
        }
    }

    private static void replicas(Node spec) {
        Node least = spec.field("minReplicas");
        Node most = spec.field("maxReplicas");
        least.atLeast(1);
        boolean zero = least.isPresent() && least.number(1) == 0;
        if (zero && spec.each("metrics").stream().noneMatch(m -> m.field("type").isOneOf("Object", "External"))) {
            spec.field("metrics")
                    .forbidden("only an Object or External metric can be seen without pods", "write minReplicas: 1");
        }
        if (most.number(0) == 0) {
            most.refuse(
                    Reason.REQUIRED,
                    Statement.REQUIRED_FIELD_IS_SET,
                    "there must be an upper bound",
                    "write maxReplicas: 5");
        }
        if (most.number(0) < 0 || most.number(0) < least.number(1)) {
            most.invalid(
                    Statement.NUMBER_IS_IN_RANGE,
                    "it must not be below minReplicas, " + least.number(1),
                    "write maxReplicas: " + Math.max(1, least.number(1)) + " or more");
        }
    }

    private static void reference(Node reference, boolean needsGroup) {
        for (String part : List.of("kind", "name")) {
            if (reference.field(part).required(part + ": my-" + part)) {
                reference.field(part).named(Names.PATH_SEGMENT);
            }
        }
        Node version = reference.field("apiVersion");
        int slash = version.text().indexOf('/');
        boolean group = slash > 0 || !needsGroup || reference.field("kind").is("ReplicationController");
        if (!group || version.text().indexOf('/', slash + 1) > slash) {
            version.invalid(
                    Statement.TEXT_IS_WELL_FORMED, "it must name a group and a version", "write, for example, apps/v1");
        }
    }

    private static void metric(Node metric) {
        Node type = metric.field("type");
        String wanted = TYPES.getOrDefault(type.text(), "");
        if (type.isEmpty()) {
            type.required("type: Resource");
        }
        Containers.known(type, "Resource", "Pods", "Object", "External", "ContainerResource");
        List<Node> blocks =
                BLOCKS.stream().map(metric::field).filter(Node::isPresent).toList();
        if (!blocks.isEmpty()) {
            block(blocks.get(0));
        }
        if (!wanted.isEmpty() && !metric.field(wanted).isPresent()) {
            metric.field(wanted).required(wanted + ": {…}");
        }
        for (Node block : blocks) {
            if (blocks.size() > 1 && !block.key().equals(wanted)) {
                block.refuse(
                        Reason.FORBIDDEN,
                        Statement.ONE_SOURCE_IS_GIVEN,
                        "the metric is of type " + type.text(),
                        "remove " + block.key());
            }
        }
    }

    private static void block(Node block) {
        Node target = block.field("target");
        target(target);
        switch (block.key()) {
            case "resource", "containerResource" -> resource(block, target);
            case "pods" -> {
                identifier(block.field("metric"));
                needs(target, "averageValue", target.field("averageValue").quantity() == null);
            }
            case "object" -> {
                reference(block.field("describedObject"), false);
                identifier(block.field("metric"));
                needs(
                        target,
                        "averageValue",
                        has(target, "value") == has(target, "averageValue") && !has(target, "value"));
            }
            default -> {
                identifier(block.field("metric"));
                needs(target, "averageValue", !has(target, "value") && !has(target, "averageValue"));
                both(target, "value", "averageValue", "value");
            }
        }
    }

    private static boolean has(Node target, String field) {
        return target.field(field).isPresent();
    }

    private static void identifier(Node metric) {
        if (metric.field("name").required("name: my-metric")) {
            metric.field("name").named(Names.PATH_SEGMENT);
        }
    }

    private static void resource(Node block, Node target) {
        Node name = block.field("name");
        if (name.required("name: cpu") && block.key().equals("containerResource")) {
            Resources.containerResource(name);
        }
        if (block.key().equals("containerResource") && block.field("container").required("container: my-app")) {
            block.field("container").named(Names.DNS_LABEL);
        }
        needs(target, "averageUtilization", !has(target, "averageUtilization") && !has(target, "averageValue"));
        both(target, "averageUtilization", "averageValue", "averageValue");
    }

    private static void needs(Node target, String field, boolean missing) {
        if (missing) {
            target.field(field)
                    .refuse(
                            Reason.REQUIRED,
                            Statement.REQUIRED_FIELD_IS_SET,
                            "the metric needs something to aim at",
                            "write " + field + ": 70");
        }
    }

    private static void both(Node target, String one, String other, String reported) {
        if (has(target, one) && has(target, other)) {
            target.field(reported)
                    .refuse(
                            Reason.FORBIDDEN,
                            Statement.ONE_SOURCE_IS_GIVEN,
                            one + " and " + other + " exclude each other",
                            "remove one");
        }
    }

    private static void target(Node target) {
        Node type = target.field("type");
        type.required("type: Utilization");
        if (!type.isOneOf("Utilization", "Value", "AverageValue")) {
            type.invalid(
                    Statement.VALUE_IS_KNOWN,
                    "it knows only Utilization, Value or AverageValue",
                    "write " + Wording.nearest(type.text(), "Utilization", "Value", "AverageValue"));
        }
        for (String value : List.of("value", "averageValue")) {
            Quantity amount = target.field(value).quantity();
            if (amount != null && amount.sign() <= 0) {
                target.field(value).invalid(Statement.QUANTITY_IS_ALLOWED, "it must be above zero", "write 1 or more");
            }
        }
        target.field("averageUtilization").atLeast(1);
    }

    private static void rules(Node rules) {
        rules.field("stabilizationWindowSeconds").range(0, LONGEST_WINDOW);
        rules.field("selectPolicy").oneOf("Max", "Min", "Disabled");
        Node policies = rules.field("policies");
        if (policies.isPresent()) {
            policies.required("policies: [{type: Pods, value: 1, periodSeconds: 60}]");
        }
        for (Node policy : rules.each("policies")) {
            Containers.known(policy.field("type"), "Pods", "Percent");
            positive(policy.field("value"), Long.MAX_VALUE);
            positive(policy.field("periodSeconds"), LONGEST_PERIOD);
        }
        Quantity tolerance = rules.field("tolerance").quantity();
        if (tolerance != null && tolerance.sign() < 0) {
            rules.field("tolerance").invalid(Statement.QUANTITY_IS_ALLOWED, "it cannot be negative", "write 0.1");
        }
    }

    private static void positive(Node number, long most) {
        if (number.number(0) < 1 || number.number(0) > most) {
            String bounds = most == Long.MAX_VALUE ? "at least 1" : "from 1 to " + most;
            number.invalid(Statement.NUMBER_IS_IN_RANGE, "the number must be " + bounds, "write a number " + bounds);
        }
    }
}
