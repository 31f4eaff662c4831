package dev.ordinal.presets.kafka;

import static java.util.Objects.requireNonNull;

/**
 * How clients outside of the Kubernetes cluster reach each broker: a Service per broker, and the address that the broker
 * tells its clients. A client must reach every single broker, so one load balancer for all is not enough.
 */
public sealed interface ExternalAccess {
    /** Stands for the broker's ordinal in a host name. */
    String ORDINAL = "{ordinal}";

    /**
     * A load balancer per broker, reached by a name of its own at port 9094.
     *
     * @param host the name with {@code {ordinal}} in it, such as {@code kafka-{ordinal}.example.com}; the DNS records are
     *     yours to make
     */
    static ExternalAccess loadBalancers(String host) {
        return new LoadBalancers(host);
    }

    /**
     * A port of every node per broker.
     *
     * @param host a name or address of nodes
     * @param firstPort the port of the first broker; the next one has the next port. 30000 to 32767 by default
     */
    static ExternalAccess nodePorts(String host, int firstPort) {
        return new NodePorts(host, firstPort);
    }

    /** A load balancer per broker. */
    record LoadBalancers(String host) implements ExternalAccess {
        /** Refuses null. */
        public LoadBalancers {
            requireNonNull(host, "host");
        }
    }

    /** A port of every node per broker. */
    record NodePorts(String host, int firstPort) implements ExternalAccess {
        /** Refuses null. */
        public NodePorts {
            requireNonNull(host, "host");
        }
    }
}
