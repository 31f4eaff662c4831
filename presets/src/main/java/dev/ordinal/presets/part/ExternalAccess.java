package dev.ordinal.presets.part;

import static java.util.Objects.requireNonNull;

/**
 * How clients outside of the Kubernetes cluster reach each member: a Service for each, and the address under which it is known
 * outside. Clients of these systems must reach every single member, so one load balancer for all is not enough.
 */
public sealed interface ExternalAccess {
    /** Stands for the member's ordinal in a host name. */
    String ORDINAL = "{ordinal}";

    /**
     * A load balancer for each member, reached by a name of its own. It leads to the member's node alone, so the client keeps its
     * address, by which a network policy knows it.
     *
     * @param host the name with {@code {ordinal}} in it, such as {@code kafka-{ordinal}.example.com}; the DNS records are
     *     yours to make
     */
    static ExternalAccess loadBalancers(String host) {
        return new LoadBalancers(host);
    }

    /**
     * A port of every node for each member. A node that passes a client on puts its own address in place of the client's, so it is
     * the nodes that a network policy has to let in.
     *
     * @param host a name or address of nodes
     * @param firstPort the port of the first member; the next one has the next port. 30000 to 32767 by default
     */
    static ExternalAccess nodePorts(String host, int firstPort) {
        return new NodePorts(host, firstPort);
    }

    /** A load balancer for each member. */
    record LoadBalancers(String host) implements ExternalAccess {
        /** Refuses null. */
        public LoadBalancers {
            requireNonNull(host, "host");
        }
    }

    /** A port of every node for each member. */
    record NodePorts(String host, int firstPort) implements ExternalAccess {
        /** Refuses null. */
        public NodePorts {
            requireNonNull(host, "host");
        }
    }
}
