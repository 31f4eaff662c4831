package dev.ordinal.core.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cluster addresses and address families of a Service, as the server sees them before it allocates any. */
final class ServiceAddresses {
    private ServiceAddresses() {}

    /** Checks what the allocation needs; tells whether the server goes on to the rest. */
    static boolean check(Node spec) {
        if (spec.field("type").is("ExternalName")) {
            return true;
        }
        int before = spec.findingsSoFar();
        pair(spec.field("clusterIP"), spec.field("clusterIPs"), spec);
        families(spec);
        Node policy = spec.field("ipFamilyPolicy");
        policy.oneOf("SingleStack", "PreferDualStack", "RequireDualStack");
        if (addresses(spec)
                && spec.isCleanSince(before)
                && !(isHeadless(spec) && spec.field("selector").isEmpty() && policy.isEmpty())) {
            singleStack(spec, policy);
        }
        return spec.isCleanSince(before);
    }

    static boolean isHeadless(Node spec) {
        return values(spec).size() == 1 && values(spec).get(0).is("None");
    }

    /** The addresses as the server sees them: the single field stands for a list of one. */
    static List<Node> values(Node spec) {
        Node single = spec.field("clusterIP");
        if (!spec.field("clusterIPs").isEmpty() || single.isEmpty()) {
            return spec.each("clusterIPs");
        }
        return List.of(single.calledAs(spec.item("clusterIPs", 0)));
    }

    static Node first(Node spec) {
        return values(spec).get(0);
    }

    /** The list as a whole, or what stands for it. */
    static Node all(Node spec) {
        Node list = spec.field("clusterIPs");
        return list.isEmpty() ? spec.field("clusterIP").calledAs(list) : list;
    }

    private static void pair(Node single, Node list, Node spec) {
        if (!list.isEmpty()
                && (single.isEmpty()
                        || !single.text().equals(values(spec).get(0).text()))) {
            list.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "clusterIP must be the first of clusterIPs",
                    "write clusterIP: " + values(spec).get(0).written());
        }
    }

    private static void families(Node spec) {
        Set<String> seen = new HashSet<>();
        for (Node family : spec.each("ipFamilies")) {
            Containers.known(family, "IPv4", "IPv6");
            if (!seen.add(family.text())) {
                family.duplicate("family");
            }
        }
    }

    private static boolean addresses(Node spec) {
        List<Node> addresses = values(spec);
        int before = spec.findingsSoFar();
        for (int i = 0; i < addresses.size(); i++) {
            if (i > 0 || !addresses.get(i).is("None")) {
                Addresses.ip(addresses.get(i));
            } else if (addresses.size() > 1) {
                whole(spec, "None stands alone", "write clusterIPs: [None]");
            }
        }
        boolean sound = spec.isCleanSince(before);
        if (addresses.size() > 2) {
            whole(spec, "there are at most two, one of each family", "remove all but one of each family");
        }
        if (sound && !isHeadless(spec)) {
            perFamily(spec, addresses);
        }
        return sound;
    }

    private static void whole(Node spec, String why, String fix) {
        all(spec).invalid(Statement.FIELDS_FIT_TOGETHER, why, fix);
    }

    private static void perFamily(Node spec, List<Node> addresses) {
        int six = 0;
        for (Node address : addresses) {
            six += isSix(address) ? 1 : 0;
        }
        if (addresses.size() > 1 && (six == 0 || six == addresses.size())) {
            whole(spec, "there is at most one address of each family", "remove one of them");
        }
        List<Node> families = spec.each("ipFamilies");
        for (int i = 0; i < Math.min(addresses.size(), families.size()); i++) {
            if (families.get(i).is(isSix(addresses.get(i)) ? "IPv4" : "IPv6")) {
                addresses
                        .get(i)
                        .invalid(
                                Statement.FIELDS_FIT_TOGETHER,
                                "ipFamilies says " + families.get(i).text() + " here",
                                "write an address of that family");
            }
        }
    }

    private static boolean isSix(Node address) {
        return address.text().indexOf(':') >= 0;
    }

    /** A Service of one stack has one address and one family. */
    private static void singleStack(Node spec, Node policy) {
        boolean two = values(spec).size() > 1 || spec.field("ipFamilies").size() > 1;
        if (two && (policy.isEmpty() || policy.is("SingleStack"))) {
            policy.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "two addresses or families need two stacks",
                    "write ipFamilyPolicy: PreferDualStack");
        }
    }
}
