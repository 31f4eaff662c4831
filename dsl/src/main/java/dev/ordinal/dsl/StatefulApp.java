package dev.ordinal.dsl;

import dev.ordinal.core.graph.Member;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.core.manifest.Rendered;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A stateful application: an immutable value that says what is wanted. It becomes a StatefulSet, its headless Service, a
 * ConfigMap for each {@link VolumeSpec#files}, a disruption budget for more than one member, a CronJob for each {@link JobSpec},
 * and what else is asked for.
 *
 * <pre>{@code
 * StatefulApp orders = StatefulApp.named("orders-db").container(postgres).namespace("shop").replicas(3);
 * System.out.print(Manifest.of(orders).yaml());
 * }</pre>
 */
@Word
@Value.Immutable
public interface StatefulApp extends SetWords, PodWords, WithStatefulApp, Renderable {
    /** An app of that name. A container must follow. */
    static NeedsContainer named(String name) {
        return container -> ImmutableStatefulApp.of(name).container(container);
    }

    /** An app that still lacks its container. */
    @FunctionalInterface
    interface NeedsContainer {
        /** The application's container. */
        StatefulApp container(ContainerSpec container);
    }

    /** One more main container. */
    default StatefulApp container(ContainerSpec container) {
        return containers(Append.to(containers(), container));
    }

    /** One more container that runs to its end before the main ones start. */
    default StatefulApp initContainer(ContainerSpec container) {
        return initContainers(Append.to(initContainers(), container));
    }

    /** One more container beside the main ones, started before them and ended after them. */
    default StatefulApp sidecar(ContainerSpec container) {
        return sidecars(Append.to(sidecars(), container));
    }

    /** Pods are created and removed all at once, for members that become ready only together. */
    default StatefulApp parallel() {
        return podManagement(PodManagement.PARALLEL);
    }

    /** One more label by which the pods are known for ever; the first one takes the place of the default. */
    default StatefulApp identityLabel(String key, String value) {
        return identityLabels(Append.to(identityLabels(), key, value));
    }

    /** One more label that may change. */
    default StatefulApp infoLabel(String key, String value) {
        return infoLabels(Append.to(infoLabels(), key, value));
    }

    /** One more annotation of every object. */
    default StatefulApp annotation(String key, String value) {
        return annotations(Append.to(annotations(), key, value));
    }

    /** One more annotation of the StatefulSet alone. */
    default StatefulApp setAnnotation(String key, String value) {
        return setAnnotations(Append.to(setAnnotations(), key, value));
    }

    /**
     * One more rule that the app is let off, by its name as in a finding, and why. It becomes an annotation of every object,
     * and the report tells it at its end. What the API server refuses cannot be allowed; to allow what no rule finds, or
     * without a reason, is itself a finding.
     */
    default StatefulApp allow(String rule, String reason) {
        return allowances(Append.to(allowances(), rule, reason));
    }

    /** One more annotation of the pods. */
    default StatefulApp podAnnotation(String key, String value) {
        return podAnnotations(Append.to(podAnnotations(), key, value));
    }

    /** One more Service for clients. */
    default StatefulApp service(ServiceSpec service) {
        return services(Append.to(services(), service));
    }

    /** One more job that is done again and again: a CronJob named {@code <app>-<job>}. */
    default StatefulApp job(JobSpec job) {
        return jobs(Append.to(jobs(), job));
    }

    /** The headless Service under a name of your own. */
    default StatefulApp headless(String serviceName) {
        return headless(headless().name(serviceName));
    }

    /** One more spread; it takes the place of the one over the same domain. */
    default StatefulApp spread(SpreadSpec spread) {
        List<SpreadSpec> others = new ArrayList<>(spreads());
        others.removeIf(other -> other.topologyKey().equals(spread.topologyKey()));
        others.add(spread);
        return spreads(others);
    }

    /** One more domain in which no two pods may be. */
    default StatefulApp antiAffinity(AntiAffinitySpec antiAffinity) {
        return antiAffinities(Append.to(antiAffinities(), antiAffinity));
    }

    /** One more label that a node must have. */
    default StatefulApp nodeLabel(String key, String value) {
        return nodeLabels(Append.to(nodeLabels(), key, value));
    }

    /** A node label that must have one of these values. */
    default StatefulApp nodeLabelIn(String key, String... values) {
        return nodeMatches(Append.to(nodeMatches(), new NodeMatch(key, "In", List.of(values))));
    }

    /** One more taint that the pods put up with. */
    default StatefulApp toleration(Toleration toleration) {
        return tolerations(Append.to(tolerations(), toleration));
    }

    /** One more line in the pods' hosts file. */
    default StatefulApp hostAlias(String ip, String... hostnames) {
        return hostAliases(Append.to(hostAliases(), new HostAlias(ip, List.of(hostnames))));
    }

    /** One more Secret with credentials for image registries. */
    default StatefulApp pullSecret(SecretRef secret) {
        return pullSecrets(Append.to(pullSecrets(), secret));
    }

    /** That user, and the group and owner of the volumes of the same number. */
    default StatefulApp runAs(long user) {
        return security(security().runAs(user));
    }

    /**
     * A change by hand of every rendered object of a class; {@code change} gives back the object, changed or new. It is an
     * error if there is none.
     */
    default <T extends HasMetadata> StatefulApp edit(Class<T> kind, UnaryOperator<T> change) {
        return edits(Append.to(edits(), new Edit<>(kind, Optional.empty(), change)));
    }

    /** The same for the one object of that name. */
    default <T extends HasMetadata> StatefulApp edit(Class<T> kind, String objectName, UnaryOperator<T> change) {
        return edits(Append.to(edits(), new Edit<>(kind, Optional.of(objectName), change)));
    }

    /** One more object, made by hand; it is checked with the rest. */
    default StatefulApp with(HasMetadata object) {
        return moreObjects(Append.to(moreObjects(), object));
    }

    /** The labels by which the pods are known: {@link #identityLabels}, or the default in their place. */
    default Map<String, String> identity() {
        return identityLabels().isEmpty() ? Map.of("app.kubernetes.io/name", name()) : identityLabels();
    }

    /** The members' stable identities, in ordinal order: pod name, DNS name, claim names. */
    default List<Member> members() {
        return Member.range(name(), namespace().orElse(null), Names.headless(this), firstOrdinal(), replicas());
    }

    /** All volumes that a container mounts, in the order in which they are met. */
    default Stream<VolumeSpec> volumes() {
        return Volumes.of(this).stream();
    }

    /** {@inheritDoc} */
    @Override
    default Rendered render() {
        return AppRenderer.render(this);
    }
}
