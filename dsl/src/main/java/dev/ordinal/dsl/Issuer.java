package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/**
 * Who signs certificates: an issuer of cert-manager, which must be there already.
 *
 * @param kind {@code Issuer} or {@code ClusterIssuer}
 * @param name its name
 */
public record Issuer(String kind, String name) {
    /** Refuses null. */
    public Issuer {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }

    /** An issuer in the app's own namespace. */
    public static Issuer named(String name) {
        return new Issuer("Issuer", name);
    }

    /** An issuer for all namespaces. */
    public static Issuer ofCluster(String name) {
        return new Issuer("ClusterIssuer", name);
    }
}
