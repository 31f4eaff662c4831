package dev.ordinal.dsl;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The attributes of an app that concern each of its pods. */
interface PodWords {
    /** The main containers, in order; the first is the application. */
    List<ContainerSpec> containers();

    /** Containers that run to their end, one after the other, before the main ones start. Default: none. */
    List<ContainerSpec> initContainers();

    /** Containers that start before the main ones and end after them: native sidecars. Default: none. */
    List<ContainerSpec> sidecars();

    /** How long the pod has to end by itself, stop hooks included, in whole seconds. Default: the API server's, 30 s. */
    Optional<Duration> grace();

    /** Annotations of the pods; a change rolls them. Default: none. */
    Map<String, String> podAnnotations();

    /** What the containers may do together. Default: level <i>restricted</i>. */
    @Value.Default
    default PodSecurity security() {
        return PodSecurity.restricted();
    }

    /** The account that the pods run as. Default: the namespace's default account, without a token. */
    Optional<AccountSpec> account();

    /** How the pods are spread. Default: softly over hosts and over zones, for an app of more than one member. */
    @Value.Default
    default List<SpreadSpec> spreads() {
        return List.of(SpreadSpec.overHosts(), SpreadSpec.overZones());
    }

    /** Domains in which no two pods may be. Default: none. */
    List<AntiAffinitySpec> antiAffinities();

    /** Labels that a node must have. Default: none. */
    Map<String, String> nodeLabels();

    /** Conditions that a node must meet, all of them. Default: none. */
    List<NodeMatch> nodeMatches();

    /** Taints that the pods put up with. Default: none. */
    List<Toleration> tolerations();

    /** The PriorityClass. Default: the cluster's default. */
    Optional<String> priorityClass();

    /** The RuntimeClass. Default: the cluster's default. */
    Optional<String> runtimeClass();

    /** The scheduler's name. Default: the cluster's default. */
    Optional<String> scheduler();

    /** How the pods resolve names. Default: the cluster's names first. */
    @Value.Default
    default DnsSpec dns() {
        return DnsSpec.clusterFirst();
    }

    /** Lines in the pods' hosts file. Default: none. */
    List<HostAlias> hostAliases();

    /** Secrets with credentials for image registries. Default: none. */
    List<SecretRef> pullSecrets();

    /** Whether all containers see each other's processes. Default: no. */
    @Value.Default
    default boolean isProcessSharing() {
        return false;
    }

    /** Whether the pods use the node's own network, which gives up their stable addresses. Default: no. */
    @Value.Default
    default boolean isHostNetwork() {
        return false;
    }

    /** Whether every Service of the namespace becomes environment variables of every container. Default: no. */
    @Value.Default
    default boolean isServiceLinks() {
        return false;
    }
}
