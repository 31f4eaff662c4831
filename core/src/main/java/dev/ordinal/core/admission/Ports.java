package dev.ordinal.core.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Port numbers and names. */
final class Ports {
    private static final int MOST = 65535;

    private Ports() {}

    static boolean number(Node port) {
        if (port.number(0) >= 1 && port.number(0) <= MOST) {
            return true;
        }
        port.invalid(
                Statement.PORT_IS_WELL_FORMED, "a port is a number from 1 to 65535", "write a number from 1 to 65535");
        return false;
    }

    /** A number, or the name of a container's port. */
    static void numberOrName(Node port) {
        if (!port.isText()) {
            number(port);
        } else if (!Names.PORT_NAME.accepts(port.text())) {
            port.invalid(
                    Statement.PORT_IS_WELL_FORMED,
                    "the name of a port must be " + Names.PORT_NAME.words(),
                    Names.PORT_NAME.fix(port.text()));
        }
    }

    static void protocol(Node protocol) {
        protocol.given().oneOf("TCP", "UDP", "SCTP");
    }

    /** The ports of one container. */
    static void ofContainer(Node container) {
        Set<String> names = new HashSet<>();
        for (Node port : container.each("ports")) {
            Node name = port.field("name").given();
            if (name.isPresent() && name.named(Names.PORT_NAME) && !names.add(name.text())) {
                name.duplicate("port of this container");
            }
            Node number = port.field("containerPort");
            if (number.number(0) == 0) {
                number.refuse(
                        Reason.REQUIRED,
                        Statement.REQUIRED_FIELD_IS_SET,
                        "a container's port has a number",
                        "write containerPort: 8080");
            } else {
                number(number);
            }
            if (port.field("hostPort").number(0) != 0) {
                number(port.field("hostPort"));
            }
            protocol(port.field("protocol"));
        }
    }

    /** Ports of the host that two ports of these containers would share. */
    static void hostPorts(List<Node> containers) {
        Set<String> taken = new HashSet<>();
        for (Node container : containers) {
            for (Node port : container.each("ports")) {
                Node host = port.field("hostPort");
                String protocol = port.field("protocol").isEmpty()
                        ? "TCP"
                        : port.field("protocol").text();
                String key = protocol + "/" + port.field("hostIP").text() + "/" + host.number(0);
                if (host.number(0) != 0 && !taken.add(key)) {
                    host.duplicate("port of the host");
                }
            }
        }
    }

    /** In the host's network a container's port is the host's port. */
    static void hostNetwork(Node pod) {
        if (!pod.field("hostNetwork").isTrue()) {
            return;
        }
        for (Node container : pod.each("containers")) {
            for (Node port : container.each("ports")) {
                Node host = port.field("hostPort");
                if (host.number(0) != 0
                        && host.number(0) != port.field("containerPort").number(0)) {
                    host.invalid(
                            Statement.FIELDS_FIT_TOGETHER,
                            "with hostNetwork it must be the same as containerPort",
                            "remove hostPort");
                }
            }
        }
    }
}
