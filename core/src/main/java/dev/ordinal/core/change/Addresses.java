package dev.ordinal.core.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a server allocates for a Service and keeps while the Service needs it. */
final class Addresses {
    private static final String ALLOCATED = "(allocated)";

    private Addresses() {}

    /** One address and the list of addresses say the same. */
    static void paired(Tree spec) {
        if (spec.get("clusterIPs") instanceof List<?> list
                && !list.isEmpty()
                && spec.text("clusterIP").isEmpty()) {
            spec.put("clusterIP", list.get(0));
        } else if (!spec.text("clusterIP").isEmpty() && !spec.has("clusterIPs")) {
            spec.put("clusterIPs", new ArrayList<@Nullable Object>(List.of(spec.text("clusterIP"))));
        }
    }

    /** What must have been allocated; where nobody can tell, it is what is wanted. */
    static void allocate(Tree running, Tree wanted) {
        if (needsAddress(running)) {
            String asked = wanted.text("clusterIP");
            boolean known = asked.isEmpty() || asked.equals("None");
            running.otherwise("clusterIP", known ? ALLOCATED : asked);
            if (!running.has("clusterIPs")) {
                boolean same = !known && running.text("clusterIP").equals(asked) && wanted.has("clusterIPs");
                running.put(
                        "clusterIPs",
                        same
                                ? Tree.copy(wanted.get("clusterIPs"))
                                : new ArrayList<@Nullable Object>(List.of(running.text("clusterIP"))));
            }
            policy(running);
            if (Nothing.is(running.get("ipFamilies"), List.of()) && wanted.has("ipFamilies")) {
                running.put("ipFamilies", Tree.copy(wanted.get("ipFamilies")));
            }
        }
        nodePorts(wanted, running);
        if (wanted.has("healthCheckNodePort") && running.number("healthCheckNodePort", 0) == 0) {
            running.put("healthCheckNodePort", wanted.get("healthCheckNodePort"));
        }
    }

    /** What the server carries over from the running Service into one that does not speak of it. */
    static void keep(Tree running, Tree result) {
        if (needsAddress(running) && needsAddress(result)) {
            boolean same = Objects.equals(running.get("clusterIP"), result.get("clusterIP"));
            if (result.text("clusterIP").isEmpty() || (same && !result.has("clusterIPs"))) {
                result.put("clusterIP", running.get("clusterIP"));
                result.put("clusterIPs", Tree.copy(running.get("clusterIPs")));
            }
            for (String field : List.of("ipFamilyPolicy", "ipFamilies")) {
                if (Nothing.is(result.get(field), List.of())) {
                    result.put(field, Tree.copy(running.get(field)));
                }
            }
            if (isSingle(result) && !isSingle(running)) {
                giveBack(running, result, "clusterIPs");
                giveBack(running, result, "ipFamilies");
            }
        } else if (needsAddress(running)) {
            drop(running, result, "clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy");
        }
        nodePorts(running, result);
        if (isBalanced(running) && !isBalanced(result)) {
            drop(running, result, "loadBalancerClass", "allocateLoadBalancerNodePorts");
        }
        if (isOutside(running) && !isOutside(result) && ports(running).containsAll(ports(result))) {
            result.each("ports", port -> port.remove("nodePort"));
        }
        if (isReachable(running) && !isReachable(result)) {
            drop(running, result, "externalTrafficPolicy");
        }
        boolean checked =
                isBalanced(result) && result.text("externalTrafficPolicy").equals("Local");
        if (checked && result.number("healthCheckNodePort", 0) == 0) {
            result.put("healthCheckNodePort", running.get("healthCheckNodePort"));
        } else if (!checked) {
            drop(running, result, "healthCheckNodePort");
        }
    }

    private static boolean isSingle(Tree spec) {
        return spec.text("ipFamilyPolicy").equals("SingleStack");
    }

    /** One stack is all that must be said; the second address goes, and its family. */
    private static void giveBack(Tree running, Tree result, String field) {
        if (result.get(field) instanceof List<?> list && list.size() > 1 && Objects.equals(list, running.get(field))) {
            result.put(field, new ArrayList<@Nullable Object>(list.subList(0, 1)));
        }
    }

    /** What can be created as it is: without the addresses of which nobody knows more than that they are there. */
    static void forget(Tree spec) {
        if (spec.text("clusterIP").equals(ALLOCATED)) {
            spec.remove("clusterIP", "clusterIPs");
        }
    }

    static boolean needsAddress(Tree spec) {
        return spec.isPresent() && !spec.text("type").equals("ExternalName");
    }

    static boolean isBalanced(Tree spec) {
        return spec.text("type").equals("LoadBalancer");
    }

    private static boolean isOutside(Tree spec) {
        return isBalanced(spec) || spec.text("type").equals("NodePort");
    }

    /** Whether traffic from outside of the cluster gets to it, so that a policy says how. */
    static boolean isReachable(Tree spec) {
        return isOutside(spec)
                || (spec.text("type").equals("ClusterIP")
                        && spec.get("externalIPs") instanceof List<?> list
                        && !list.isEmpty());
    }

    private static Set<Long> ports(Tree spec) {
        return spec.each("ports").stream()
                .map(port -> port.number("nodePort", 0))
                .filter(port -> port != 0)
                .collect(Collectors.toSet());
    }

    private static void policy(Tree spec) {
        boolean headless = spec.text("clusterIP").equals("None");
        boolean selects = !spec.field("selector").map().isEmpty();
        spec.otherwise("ipFamilyPolicy", headless && !selects ? "RequireDualStack" : "SingleStack");
    }

    private static void drop(Tree running, Tree result, String... fields) {
        for (String field : fields) {
            if (Objects.equals(running.get(field), result.get(field))) {
                result.remove(field);
            }
        }
    }

    private static void nodePorts(Tree from, Tree to) {
        if (!isOutside(from) || !isOutside(to)) {
            return;
        }
        List<String> keys = List.of("port", "protocol");
        for (Tree port : to.each("ports")) {
            from.each("ports").stream()
                    .filter(other -> Schema.keyOf(other.map(), keys).equals(Schema.keyOf(port.map(), keys)))
                    .map(other -> other.number("nodePort", 0))
                    .filter(node -> node != 0)
                    .findFirst()
                    .ifPresent(node -> port.otherwiseNot0("nodePort", node.intValue()));
        }
    }
}
