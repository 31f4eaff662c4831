package dev.ordinal.dsl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Service through which clients reach the app; it leads to ready pods only. The headless Service that gives the pods their
 * names is not one of these: see {@link HeadlessSpec}.
 */
@Word
@Value.Immutable(builder = false, singleton = true)
public interface ServiceSpec extends WithServiceSpec {
    /** One address inside the cluster for all members, named as the app. */
    static ServiceSpec forClients() {
        return ImmutableServiceSpec.of();
    }

    /** One address inside the cluster for all members, named {@code <app>-<suffix>}. */
    static ServiceSpec forClients(String suffix) {
        return ImmutableServiceSpec.of().suffix(suffix);
    }

    /** A Service for each member, named {@code <app>-<suffix>-<ordinal>}, for clients that must reach a certain one. */
    static ServiceSpec perPod(String suffix) {
        return ImmutableServiceSpec.of().suffix(suffix).perPod(true);
    }

    /** What follows the app's name in the Service's. Default: nothing. */
    Optional<String> suffix();

    /** Whether there is one for each pod. Default: one for all. */
    @Value.Default
    default boolean isPerPod() {
        return false;
    }

    /** The ports. Default: all ports of the main containers. */
    List<ServicePort> ports();

    /** {@code ClusterIP}, {@code NodePort} or {@code LoadBalancer}. Default: ClusterIP, reachable inside the cluster only. */
    @Value.Default
    default String type() {
        return "ClusterIP";
    }

    /** More labels that the pods must carry, such as a role. Default: none. */
    Map<String, String> roleLabels();

    /** Annotations, which is how load balancers are configured. Default: none. */
    Map<String, String> annotations();

    /** The load balancer's class. Default: the cluster's. */
    Optional<String> loadBalancerClass();

    /** Whether traffic from outside stays on the node that it reaches, which keeps the client's address. Default: no. */
    @Value.Default
    default boolean isTrafficLocal() {
        return false;
    }

    /** Whether one client always reaches the same member. Default: no. */
    @Value.Default
    default boolean isSticky() {
        return false;
    }

    /** One more port, under its own number. */
    default ServiceSpec port(Port port) {
        return port(port, port.number());
    }

    /** One more port, under another number. */
    default ServiceSpec port(Port port, int number) {
        return ports(Append.to(ports(), new ServicePort(port, number, Optional.empty())));
    }

    /** Reachable on every node, at ports that the cluster chooses. */
    default ServiceSpec nodePort() {
        return type("NodePort");
    }

    /** Reachable on every node, at that port (30000 to 32767 by default); for Services per pod the ordinal is added to it. */
    default ServiceSpec nodePort(Port port, int nodePort) {
        return nodePort().ports(Append.to(ports(), new ServicePort(port, port.number(), Optional.of(nodePort))));
    }

    /** Reachable through the cloud's load balancer. */
    default ServiceSpec loadBalancer() {
        return type("LoadBalancer");
    }

    /** One more annotation. */
    default ServiceSpec annotation(String key, String value) {
        return annotations(Append.to(annotations(), key, value));
    }
}
