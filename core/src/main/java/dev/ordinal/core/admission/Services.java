package dev.ordinal.core.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Service, v1. Addresses are allocated first: what is wrong with them is told alone. */
final class Services {
    private static final String MODE = "service.kubernetes.io/topology-mode";
    private static final String HINTS = "service.kubernetes.io/topology-aware-hints";
    private static final String WITHOUT_ADDRESS = "an ExternalName has no addresses";
    private static final int LONGEST_AFFINITY = 86_400;

    private Services() {}

    static void check(Node service) {
        Node spec = service.field("spec");
        if (!ServiceAddresses.check(spec) || !NodePorts.check(spec)) {
            return;
        }
        Metadata.check(service, Names.DNS_LABEL);
        Node type = spec.field("type").given();
        type.oneOf("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
        type(spec, type);
        ports(spec, type);
        Selectors.labels(spec, "selector");
        affinity(spec);
        for (Node address : spec.each("externalIPs")) {
            if (Addresses.ip(address)) {
                Addresses.usable(address);
            }
        }
        topology(service.field("metadata").field("annotations"));
        ServiceTraffic.check(service, type);
    }

    private static void type(Node spec, Node type) {
        boolean headless = ServiceAddresses.isHeadless(spec);
        if (headless && type.isOneOf("LoadBalancer", "NodePort")) {
            ServiceAddresses.first(spec)
                    .invalid(
                            Statement.FIELDS_FIT_TOGETHER,
                            "a Service of type " + type.text() + " needs an address",
                            "remove clusterIP: None, or write type: ClusterIP");
        } else if (type.is("ExternalName")) {
            externalName(spec);
        }
        if (spec.field("ports").isEmpty() && !headless && !type.is("ExternalName")) {
            spec.field("ports").required("ports: [{port: 80}]");
        }
    }

    private static void externalName(Node spec) {
        for (Node part : List.of(ServiceAddresses.all(spec), spec.field("ipFamilies"))) {
            if (!part.isEmpty()) {
                part.forbidden(WITHOUT_ADDRESS, "remove " + part.key());
            }
        }
        spec.field("ipFamilyPolicy").absent(WITHOUT_ADDRESS);
        Node name = spec.field("externalName");
        String text = name.text();
        String host = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (host.isEmpty()) {
            name.refuse(
                    Reason.REQUIRED,
                    Statement.REQUIRED_FIELD_IS_SET,
                    "this must be set",
                    "write externalName: db.example.com");
        } else {
            name.named(Names.DNS_SUBDOMAIN, host);
        }
    }

    private static void ports(Node spec, Node type) {
        List<Node> ports = spec.each("ports");
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (Node port : ports) {
            Node name = port.field("name");
            if (ports.size() == 1 || name.required("name: client")) {
                name.given().named(Names.DNS_LABEL);
            }
            if (!name.isEmpty() && !names.add(name.text())) {
                name.duplicate("port");
            }
            port(port);
            String protocol = port.field("protocol").isEmpty()
                    ? "TCP"
                    : port.field("protocol").text();
            if (!numbers.add(protocol + port.field("port").number(0))) {
                port.duplicate("port");
            }
            nodePort(port.field("nodePort"), type);
            long node = NodePorts.of(port, spec);
            if (node != 0 && !numbers.add("node " + protocol + node)) {
                port.field("nodePort").duplicate("node port");
            }
        }
    }

    private static void port(Node port) {
        Ports.number(port.field("port"));
        Ports.protocol(port.field("protocol"));
        Node target = port.field("targetPort");
        boolean same = target.isEmpty() || (!target.isText() && target.number(0) == 0);
        // Left out it means the port itself, which the server then finds wrong twice.
        Ports.numberOrName(same ? port.field("port").calledAs(target) : target);
        port.field("appProtocol").named(Names.QUALIFIED);
    }

    private static void nodePort(Node port, Node type) {
        if (port.number(0) != 0 && (!type.isPresent() || type.is("ClusterIP"))) {
            port.forbidden("a Service of type ClusterIP has no node ports", "remove nodePort, or write type: NodePort");
        }
    }

    private static void affinity(Node spec) {
        Node affinity = spec.field("sessionAffinity").given();
        affinity.oneOf("None", "ClientIP");
        if (affinity.is("ClientIP")) {
            spec.field("sessionAffinityConfig")
                    .field("clientIP")
                    .field("timeoutSeconds")
                    .range(1, LONGEST_AFFINITY);
        }
    }

    private static void topology(Node annotations) {
        Node mode = annotations.key(MODE);
        Node hints = annotations.key(HINTS);
        if (annotations.has(MODE) && annotations.has(HINTS) && !mode.text().equals(hints.text())) {
            mode.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "the deprecated annotation " + HINTS + " says otherwise",
                    "remove the old one");
        }
    }
}
