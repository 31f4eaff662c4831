package dev.ordinal.core.admission;

import java.util.List;

/** Probes and lifecycle hooks: the handlers that the kubelet runs. */
final class Probes {
    private static final List<String> PROBE_HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");
    private static final List<String> HOOK_HANDLERS = List.of("exec", "httpGet", "tcpSocket", "sleep");
    private static final long DEFAULT_GRACE = 30;

    private Probes() {}

    /** All that a container or sidecar may run. */
    static void check(Node container, Node pod) {
        long grace = pod.field("terminationGracePeriodSeconds").number(DEFAULT_GRACE);
        for (String hook : List.of("postStart", "preStop")) {
            Node handlers = container.field("lifecycle").field(hook);
            if (handlers.isPresent()) {
                handlers(handlers, HOOK_HANDLERS, grace);
            }
        }
        for (String kind : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.field(kind).isPresent()) {
                probe(container.field(kind), grace);
            }
        }
    }

    /** The lifecycle, absent where it holds nothing but a stop signal, which the server drops. */
    static Node lifecycle(Node container) {
        Node lifecycle = container.field("lifecycle");
        boolean hooked = lifecycle.field("postStart").isPresent()
                || lifecycle.field("preStop").isPresent();
        return lifecycle.field("stopSignal").isPresent() && !hooked ? lifecycle.without() : lifecycle;
    }

    private static void probe(Node probe, long grace) {
        handlers(probe, PROBE_HANDLERS, grace);
        for (String seconds : List.of("initialDelaySeconds", "timeoutSeconds", "periodSeconds", "failureThreshold")) {
            probe.field(seconds).atLeast(0);
        }
        Node successes = probe.field("successThreshold");
        Node ownGrace = probe.field("terminationGracePeriodSeconds");
        ownGrace.atLeast(1);
        if (!probe.key().equals("readinessProbe")) {
            // 0 counts as left out, which means 1.
            successes.range(0, 1);
        } else {
            successes.atLeast(0);
            if (ownGrace.isPresent()) {
                ownGrace.invalid(
                        Statement.FIELD_IS_ALLOWED_HERE,
                        "a readiness probe stops nothing",
                        "remove terminationGracePeriodSeconds");
            }
        }
    }

    private static void handlers(Node holder, List<String> kinds, long grace) {
        String first = "";
        for (String kind : kinds) {
            Node handler = holder.field(kind);
            if (handler.isPresent() && first.isEmpty()) {
                first = kind;
                handler(handler, grace);
            } else if (handler.isPresent()) {
                handler.refuse(
                        Reason.FORBIDDEN,
                        Statement.ONE_SOURCE_IS_GIVEN,
                        "there is a handler already: " + first,
                        "remove " + kind + " or " + first);
            }
        }
        if (first.isEmpty()) {
            holder.refuse(
                    Reason.REQUIRED,
                    Statement.ONE_SOURCE_IS_GIVEN,
                    "a handler must be set",
                    "write one of " + String.join(", ", kinds));
        }
    }

    private static void handler(Node handler, long grace) {
        switch (handler.key()) {
            case "exec" -> handler.field("command").required("command: [\"true\"]");
            case "httpGet" -> httpGet(handler);
            case "sleep" -> sleep(handler, grace);
            case "grpc" -> Ports.number(handler.field("port"));
            default -> Ports.numberOrName(handler.field("port"));
        }
    }

    private static void httpGet(Node get) {
        Ports.numberOrName(get.field("port"));
        get.field("scheme").given().oneOf("HTTP", "HTTPS");
        for (Node header : get.each("httpHeaders")) {
            Node name = header.field("name");
            if (!Names.HTTP_HEADER.accepts(name.text())) {
                name.calledAs(header.silent())
                        .invalid(
                                Statement.NAME_IS_WELL_FORMED,
                                "a header's name consists of " + Names.HTTP_HEADER.words(),
                                Names.HTTP_HEADER.fix(name.text()));
            }
        }
    }

    private static void sleep(Node sleep, long grace) {
        long seconds = sleep.field("seconds").number(0);
        if (seconds < 0 || seconds > grace) {
            sleep.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "a hook cannot sleep longer than the pod's terminationGracePeriodSeconds, " + grace,
                    "write seconds: " + Math.max(0, grace) + ", or raise terminationGracePeriodSeconds");
        }
    }
}
