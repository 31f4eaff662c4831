package dev.ordinal.core.admission;

import java.util.List;

/** How traffic reaches a Service: load balancers and traffic policies. */
final class ServiceTraffic {
    private static final String RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";

    private ServiceTraffic() {}

    static void check(Node service, Node type) {
        Node spec = service.field("spec");
        boolean balanced = type.is("LoadBalancer");
        sourceRanges(spec, service.field("metadata").field("annotations"), balanced);
        if (!balanced) {
            for (String field : List.of("allocateLoadBalancerNodePorts", "loadBalancerClass")) {
                spec.field(field).absent("it goes with type: LoadBalancer only");
            }
        } else if (spec.field("loadBalancerClass").isPresent()) {
            Selectors.qualified(spec.field("loadBalancerClass"));
        }
        external(spec, type);
        spec.field("internalTrafficPolicy").oneOf("Cluster", "Local");
        spec.field("trafficDistribution").oneOf("PreferClose", "PreferSameZone", "PreferSameNode");
    }

    private static void sourceRanges(Node spec, Node annotations, boolean balanced) {
        Node ranges = spec.field("loadBalancerSourceRanges").called("LoadBalancerSourceRanges");
        Node annotation = annotations.key(RANGES);
        Node written = ranges.isEmpty() ? annotation : ranges;
        if (!balanced && !written.isEmpty()) {
            written.forbidden("it goes with type: LoadBalancer only", "remove " + written.key());
        }
        for (Node range : spec.each("loadBalancerSourceRanges")) {
            Addresses.cidr(
                    range.calledAs(ranges.index(Integer.parseInt(range.key()))),
                    range.text().strip());
        }
        if (ranges.isEmpty() && !annotation.text().isBlank()) {
            for (String range : annotation.text().split(",", -1)) {
                Addresses.cidr(annotation, range.strip());
            }
        }
    }

    private static void external(Node spec, Node type) {
        boolean local = type.isPresent() && !type.is("ClusterIP");
        boolean reachable = local
                ? type.isOneOf("NodePort", "LoadBalancer")
                : !spec.field("externalIPs").isEmpty();
        Node policy = spec.field("externalTrafficPolicy").given();
        if (reachable) {
            policy.oneOf("Cluster", "Local");
        } else if (policy.isPresent()) {
            policy.invalid(
                    Statement.FIELD_IS_ALLOWED_HERE,
                    "nothing outside the cluster reaches this Service",
                    "remove externalTrafficPolicy");
        }
        Node health = spec.field("healthCheckNodePort");
        if (health.number(0) != 0) {
            if (type.is("LoadBalancer") && policy.is("Local")) {
                Ports.number(health);
            } else {
                health.invalid(
                        Statement.FIELD_IS_ALLOWED_HERE,
                        "it goes with type: LoadBalancer and externalTrafficPolicy: Local only",
                        "remove healthCheckNodePort");
            }
        }
    }
}
