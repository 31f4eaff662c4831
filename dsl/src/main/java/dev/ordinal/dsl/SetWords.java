package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The attributes of an app that concern its objects as a whole: names, numbers, roll-out, access and protection. */
interface SetWords {
    /** The app's name, and so its StatefulSet's: at most 52 characters, so that pods and revisions have room. */
    String name();

    /** The namespace of all objects. Default: none written, so that it is decided when the manifest is applied. */
    Optional<String> namespace();

    /** How many members. Default: 1. */
    @Value.Default
    default int replicas() {
        return 1;
    }

    /** The ordinal of the first member. Default: 0. */
    @Value.Default
    default int firstOrdinal() {
        return 0;
    }

    /** In which order pods are created and removed. Default: one after the other. */
    @Value.Default
    default PodManagement podManagement() {
        return PodManagement.ORDERED_READY;
    }

    /** How a change of the pods reaches them. Default: rolling, from the highest ordinal down. */
    @Value.Default
    default UpdateStrategy update() {
        return UpdateStrategy.rolling();
    }

    /** How long a pod must be ready before the roll-out goes on, in whole seconds. Default: 0. */
    Optional<Duration> minReady();

    /** How many old revisions are kept for a roll-back. Default: the API server's, 10. */
    Optional<Integer> revisionHistory();

    /** What becomes of the claims, and so of the data. Default: they are kept, and the manifest says so. */
    @Value.Default
    default ClaimRetention claimRetention() {
        return ClaimRetention.keep();
    }

    /**
     * The labels by which the app's pods are known for ever: they are in the selector, which cannot be changed, and on every
     * object. Default: empty, which stands for {@code app.kubernetes.io/name: <app>}.
     */
    Map<String, String> identityLabels();

    /** Labels that may change, such as version, team or chart: on every object and on the pods, never in a selector. Default: none. */
    Map<String, String> infoLabels();

    /** Annotations of every object. Default: none. */
    Map<String, String> annotations();

    /** Annotations of the StatefulSet alone; a change rolls nothing. Default: none. */
    Map<String, String> setAnnotations();

    /** The rules that the app is let off, each with the reason, which the report repeats. Default: none. */
    Map<String, String> allowances();

    /** The headless Service that names the pods. Default: {@code <app>-headless}, with not-ready addresses published. */
    @Value.Default
    default HeadlessSpec headless() {
        return HeadlessSpec.standard();
    }

    /** Services for clients. Default: none; clients then use the members' own names. */
    List<ServiceSpec> services();

    /** Who may talk to the members. Default: no network policy, so everybody. */
    Optional<TrafficSpec> traffic();

    /** A certificate for the members, made and renewed by cert-manager. Default: none. */
    Optional<CertificateSpec> certificate();

    /** What the Prometheus operator is told of the members' metrics. Default: nothing. */
    Optional<MonitorSpec> monitor();

    /** Work that is done again and again beside the members, such as a backup. Default: none. */
    List<JobSpec> jobs();

    /** How many pods a drain may take away. Default: one at a time, for an app of more than one member. */
    Optional<Disruption> disruption();

    /** Changes by hand of rendered objects. Default: none. */
    List<Edit<?>> edits();

    /** More objects, made by hand and checked with the rest. Default: none. */
    List<HasMetadata> moreObjects();
}
