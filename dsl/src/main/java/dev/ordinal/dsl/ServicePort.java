package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A port of a Service.
 *
 * @param port the container's port that it leads to
 * @param number the Service's own port number
 * @param nodePort the port on every node; empty for one that the cluster chooses, or none
 */
public record ServicePort(Port port, int number, Optional<Integer> nodePort) {
    /** Refuses null. */
    public ServicePort {
        requireNonNull(port, "port");
        requireNonNull(nodePort, "nodePort");
    }
}
