package dev.ordinal.dsl;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Work that an app has done again and again, such as a backup: a CronJob named {@code <app>-<job>}, rendered with the app.
 *
 * <p>Its pods are no members: none of the app's selectors matches them, they have one label of their own, {@link #LABEL},
 * and the app's network policy lets them in. They run where the app's pods may run (node labels, tolerations, registry
 * credentials, names), once, without an account token, and are not spread.
 *
 * <p>A {@link VolumeSpec#claim} belongs to a member and cannot be mounted; the report says so. What a run leaves behind goes to
 * a {@link VolumeSpec#existingClaim} or out through the network.
 */
@Word
@Value.Immutable
public interface JobSpec extends WithJobSpec {
    /** The key of the label by which the job's pods are known; its value is {@code <app>-<job>}. */
    String LABEL = "ordinal.dev/job";

    /** A job of that name; with the app's name and a hyphen before it at most 52 characters. A schedule must follow. */
    static NeedsSchedule named(String name) {
        return schedule -> container -> ImmutableJobSpec.of(name, schedule).container(container);
    }

    /** A job that still lacks its schedule. */
    @FunctionalInterface
    interface NeedsSchedule {
        /** When it runs, as five fields: minute, hour, day of the month, month, day of the week; {@code 0 3 * * *} is daily at 3. */
        NeedsContainer schedule(String schedule);
    }

    /** A job that still lacks its container. */
    @FunctionalInterface
    interface NeedsContainer {
        /** The container that does the work; the run is done when it ends with status 0. */
        JobSpec container(ContainerSpec container);
    }

    /** What follows the app's name in the job's. */
    String name();

    /** When it runs, as five fields. */
    String schedule();

    /** The containers that do the work, side by side. */
    List<ContainerSpec> containers();

    /** Containers that run to their end, one after the other, before the work begins. Default: none. */
    List<ContainerSpec> initContainers();

    /** The time zone of the schedule. Default: {@code Etc/UTC}, so that no hour is left out or comes twice in a year. */
    @Value.Default
    default String timeZone() {
        return "Etc/UTC";
    }

    /** What happens when a run is due and the one before it has not ended. Default: the new run is left out. */
    @Value.Default
    default Concurrency concurrency() {
        return Concurrency.FORBID;
    }

    /** Whether no new run begins. Default: no. */
    @Value.Default
    default boolean isSuspended() {
        return false;
    }

    /** How late a run may begin, in whole seconds, when it could not in time. Default: 1 hour. */
    @Value.Default
    default Duration startingDeadline() {
        return Duration.ofHours(1);
    }

    /** How long a run may take with all its tries, in whole seconds, before it is ended as failed. Default: 6 hours. */
    @Value.Default
    default Duration activeDeadline() {
        return Duration.ofHours(6);
    }

    /** How often a run is tried again after a failure, each time in a new pod. Default: 2. */
    @Value.Default
    default int backoffLimit() {
        return 2;
    }

    /** How many successful runs are kept, with their logs. Default: 3. */
    @Value.Default
    default int successfulHistory() {
        return 3;
    }

    /** How many failed runs are kept, with their logs. Default: 3. */
    @Value.Default
    default int failedHistory() {
        return 3;
    }

    /** How long a pod has to end by itself, in whole seconds. Default: the API server's, 30 s. */
    Optional<Duration> grace();

    /** What the containers may do together. Default: the same as the app's. */
    Optional<PodSecurity> security();

    /** Annotations of the pods. Default: none. */
    Map<String, String> podAnnotations();

    /** The members' ports at which the app's network policy lets the job in. Default: none named, which means all. */
    List<Port> calls();

    /** One more container that does the work. */
    default JobSpec container(ContainerSpec container) {
        return containers(Append.to(containers(), container));
    }

    /** One more container that runs to its end before the work begins. */
    default JobSpec initContainer(ContainerSpec container) {
        return initContainers(Append.to(initContainers(), container));
    }

    /** One more annotation of the pods. */
    default JobSpec podAnnotation(String key, String value) {
        return podAnnotations(Append.to(podAnnotations(), key, value));
    }

    /** One more port of the members that it calls. */
    default JobSpec calls(Port port) {
        return calls(Append.to(calls(), port));
    }
}
