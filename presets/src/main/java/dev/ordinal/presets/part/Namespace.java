package dev.ordinal.presets.part;

import static java.util.Objects.requireNonNull;

import dev.ordinal.core.graph.Member;
import java.util.List;
import java.util.Optional;

/**
 * Where in the DNS of a Kubernetes cluster all is: {@code Namespace.named("shop").clusterDomain("cluster.example")} is the end of
 * names such as {@code orders-0.orders-headless.shop.svc.cluster.example}.
 *
 * @param name of the namespace of all objects; none is written, if none is said
 * @param clusterDomain the Kubernetes cluster's domain, as the nodes' kubelets are told it
 */
public record Namespace(Optional<String> name, String clusterDomain) {
    /** Refuses null. */
    public Namespace {
        requireNonNull(name, "name");
        requireNonNull(clusterDomain, "clusterDomain");
    }

    /** The namespace of whoever applies the objects, in the usual domain {@code cluster.local}. */
    public static Namespace current() {
        return new Namespace(Optional.empty(), Member.DEFAULT_DOMAIN);
    }

    /** That namespace, in the usual domain {@code cluster.local}. */
    public static Namespace named(String name) {
        return current().name(name);
    }

    /** That namespace in the same domain. */
    public Namespace name(String other) {
        return new Namespace(Optional.of(requireNonNull(other, "name")), clusterDomain);
    }

    /** The same in a Kubernetes cluster of that domain. */
    public Namespace clusterDomain(String domain) {
        return new Namespace(name, domain);
    }

    /** The whole name of a member. */
    public String dns(Member member) {
        return member.dns(clusterDomain);
    }

    /** The whole name of a Service; the bare one, if the namespace is not known. */
    public String dns(String service) {
        return service
                + name.map(space -> "." + space + ".svc." + clusterDomain).orElse("");
    }

    /** All that clients inside the Kubernetes cluster may call a Service, which its certificate must be good for. */
    public List<String> allNames(String service) {
        return name.map(space -> List.of(service, service + "." + space + ".svc", dns(service)))
                .orElse(List.of(service));
    }
}
