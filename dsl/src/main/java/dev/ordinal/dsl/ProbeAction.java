package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a probe asks of the container. Made by the factories of {@link ProbeSpec}. */
public sealed interface ProbeAction {
    /** A command in the container; exit code 0 is success. */
    record Exec(List<String> command) implements ProbeAction {
        /** Keeps its own copy. */
        public Exec {
            requireNonNull(command, "command");
            command = List.copyOf(command);
        }
    }

    /** An HTTP request; any status from 200 to 399 is success. */
    record HttpGet(Port port, String path, boolean https) implements ProbeAction {
        /** Refuses null. */
        public HttpGet {
            requireNonNull(port, "port");
            requireNonNull(path, "path");
        }
    }

    /** A TCP connection; that it can be opened is success. */
    record TcpConnect(Port port) implements ProbeAction {
        /** Refuses null. */
        public TcpConnect {
            requireNonNull(port, "port");
        }
    }

    /** The gRPC health protocol. An empty service asks for the server as a whole. */
    record GrpcHealth(Port port, String service) implements ProbeAction {
        /** Refuses null. */
        public GrpcHealth {
            requireNonNull(port, "port");
            requireNonNull(service, "service");
        }
    }
}
