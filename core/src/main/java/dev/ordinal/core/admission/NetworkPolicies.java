package dev.ordinal.core.admission;

import java.util.List;

/** NetworkPolicy, networking.k8s.io/v1. */
final class NetworkPolicies {
    private NetworkPolicies() {}

    static void check(Node policy) {
        Metadata.check(policy, Names.DNS_SUBDOMAIN);
        Node spec = policy.field("spec");
        Selectors.check(spec.field("podSelector"));
        for (Node rule : spec.each("ingress")) {
            for (Node item : rule.each("ports")) {
                port(item);
            }
            for (Node item : rule.each("from")) {
                peer(item);
            }
        }
        for (Node rule : spec.each("egress")) {
            for (Node item : rule.each("ports")) {
                port(item);
            }
            for (Node item : rule.each("to")) {
                peer(item);
            }
        }
        Node types = spec.field("policyTypes");
        if (types.size() > 2) {
            types.invalid(Statement.SIZE_IS_WITHIN_LIMIT, "there are only two types", "write [Ingress, Egress]");
        } else {
            for (Node type : spec.each("policyTypes")) {
                Containers.known(type, "Ingress", "Egress");
            }
        }
    }

    private static void port(Node rule) {
        rule.field("protocol").oneOf("TCP", "UDP", "SCTP");
        Node port = rule.field("port");
        Node end = rule.field("endPort");
        if (port.isPresent()) {
            Ports.numberOrName(port);
        }
        if (!end.isPresent()) {
            return;
        }
        if (!port.isPresent() || port.isText()) {
            end.invalid(Statement.FIELDS_FIT_TOGETHER, "it needs a port with a number", "write port as a number");
        } else if (end.number(0) < port.number(0)) {
            end.invalid(Statement.NUMBER_IS_IN_RANGE, "it is below port", "write a number from port on");
        }
        if (end.number(0) < 1 || end.number(0) > 65535) {
            Ports.number(end);
        }
    }

    private static void peer(Node peer) {
        Node block = peer.field("ipBlock");
        boolean pods = peer.field("podSelector").isPresent()
                || peer.field("namespaceSelector").isPresent();
        for (String selector : List.of("podSelector", "namespaceSelector")) {
            Selectors.check(peer.field(selector));
        }
        if (block.isPresent()) {
            block(block);
        }
        if (!pods && !block.isPresent()) {
            peer.refuse(
                    Reason.REQUIRED,
                    Statement.ONE_SOURCE_IS_GIVEN,
                    "a peer must be named",
                    "write podSelector, namespaceSelector or ipBlock");
        } else if (pods && block.isPresent()) {
            peer.forbidden("an ipBlock stands alone", "write a peer for the ipBlock and one for the selectors");
        }
    }

    private static void block(Node block) {
        Node cidr = block.field("cidr");
        if (!cidr.required("cidr: 10.0.0.0/8")) {
            return;
        }
        Addresses.Block whole = Addresses.cidr(cidr, cidr.text());
        if (whole == null) {
            return;
        }
        for (Node except : block.each("except")) {
            Addresses.Block part = Addresses.cidr(except, except.text());
            if (part != null && !whole.holds(part)) {
                except.invalid(
                        Statement.ADDRESS_IS_WELL_FORMED,
                        "it must lie inside " + cidr.text(),
                        "write a smaller block of it");
            }
        }
    }
}
