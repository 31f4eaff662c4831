package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One sentence of a network policy.
 *
 * @param peer who
 * @param ports at which ports; empty for all
 */
public record TrafficRule(Peer peer, List<Port> ports) {
    /** Keeps its own copy of the ports. */
    public TrafficRule {
        requireNonNull(peer, "peer");
        requireNonNull(ports, "ports");
        ports = List.copyOf(ports);
    }
}
