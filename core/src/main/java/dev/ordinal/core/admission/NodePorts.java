package dev.ordinal.core.admission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The node ports that a Service asks for, which the server takes from its default range before it looks at the rest. */
final class NodePorts {
    private static final int FIRST = 30_000;
    private static final int LAST = 32_767;

    private NodePorts() {}

    /** Checks them up to the first that cannot be had; tells whether the server goes on to the rest. */
    static boolean check(Node spec) {
        if (!spec.field("type").isOneOf("NodePort", "LoadBalancer")) {
            return true;
        }
        List<Node> ports = spec.each("ports");
        Map<Long, Long> taken = new HashMap<>();
        Set<Long> all = new HashSet<>();
        for (Node port : ports) {
            if (of(port, spec) == 0) {
                continue;
            }
            long number = port.field("port").number(0);
            // Ports of one number but several protocols share the node port that one of them asks for.
            Node asked = taken.containsKey(number) ? port : firstAsked(ports, number, port);
            long node = asked.field("nodePort").number(0);
            if (node == 0 || taken.getOrDefault(number, 0L) == node) {
                continue;
            }
            if (!isFree(node, all)) {
                refuse(asked.field("nodePort").calledAs(port.field("nodePort")));
                return false;
            }
            all.add(node);
            taken.putIfAbsent(number, node);
        }
        return healthCheck(spec, all);
    }

    /** The node port that a port will have; below zero where the server chooses one, 0 where it has none. */
    static long of(Node port, Node spec) {
        long own = port.field("nodePort").number(0);
        boolean given = spec.field("type").is("NodePort")
                || (spec.field("type").is("LoadBalancer")
                        && !spec.field("allocateLoadBalancerNodePorts").isFalse());
        if (own != 0 || !given) {
            return own;
        }
        long number = port.field("port").number(0);
        long asked =
                firstAsked(spec.each("ports"), number, port).field("nodePort").number(0);
        return asked != 0 ? asked : -1 - Math.abs(number);
    }

    private static boolean healthCheck(Node spec, Set<Long> taken) {
        Node port = spec.field("healthCheckNodePort");
        boolean needed = spec.field("type").is("LoadBalancer")
                && spec.field("externalTrafficPolicy").is("Local");
        if (needed && port.number(0) != 0 && !isFree(port.number(0), taken)) {
            refuse(port);
            return false;
        }
        return true;
    }

    private static boolean isFree(long node, Set<Long> taken) {
        return node >= FIRST && node <= LAST && !taken.contains(node);
    }

    private static Node firstAsked(List<Node> ports, long number, Node otherwise) {
        return ports.stream()
                .filter(port -> port.field("port").number(0) == number)
                .filter(port -> port.field("nodePort").number(0) != 0)
                .findFirst()
                .orElse(otherwise);
    }

    private static void refuse(Node port) {
        port.invalid(
                Statement.NUMBER_IS_IN_RANGE,
                "node ports are from 30000 to 32767, unless the cluster is set up otherwise, and each is used once",
                "remove nodePort, so that the server chooses one");
    }
}
