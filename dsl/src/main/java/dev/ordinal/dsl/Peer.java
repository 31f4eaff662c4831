package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** Who may talk to the members, or to whom they may talk. */
public sealed interface Peer {
    /** Pods of the same namespace with that label. */
    static Peer pods(String label, String value) {
        return new Pods(Map.of(label, value));
    }

    /** All pods of a namespace. */
    static Peer namespace(String name) {
        return new Namespace(name, Map.of());
    }

    /** Pods of a namespace with that label. */
    static Peer podsIn(String namespace, String label, String value) {
        return new Namespace(namespace, Map.of(label, value));
    }

    /** A range of addresses, such as {@code 10.0.0.0/8}. */
    static Peer addresses(String cidr) {
        return new Addresses(cidr);
    }

    /** Everybody. */
    static Peer anyone() {
        return new Anyone();
    }

    /** Pods of the same namespace. */
    record Pods(Map<String, String> labels) implements Peer {
        /** Keeps its own copy. */
        public Pods {
            requireNonNull(labels, "labels");
            labels = Append.copy(labels);
        }
    }

    /** Pods of another namespace; all of them when no label is given. */
    record Namespace(String name, Map<String, String> labels) implements Peer {
        /** Keeps its own copy. */
        public Namespace {
            requireNonNull(name, "name");
            requireNonNull(labels, "labels");
            labels = Append.copy(labels);
        }
    }

    /** Addresses. */
    record Addresses(String cidr) implements Peer {
        /** Refuses null. */
        public Addresses {
            requireNonNull(cidr, "cidr");
        }
    }

    /** No limit. */
    record Anyone() implements Peer {}
}
