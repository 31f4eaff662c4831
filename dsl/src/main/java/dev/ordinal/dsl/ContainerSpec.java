package dev.ordinal.dsl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A container of the pod. Written once, it may serve as a main container, as an init container or as a native sidecar:
 * {@link StatefulApp} has a word for each.
 */
@Word
@Value.Immutable
public interface ContainerSpec extends WithContainerSpec {
    /** The container's name: 1 to 63 of {@code a-z 0-9 -}. An image must follow. */
    static NeedsImage named(String name) {
        return image -> ImmutableContainerSpec.of(name, image);
    }

    /** A container that still lacks its image. */
    @FunctionalInterface
    interface NeedsImage {
        /** The image with an exact tag or digest, such as {@code postgres:18.1}. */
        ContainerSpec image(String image);
    }

    /** The container's name, unique in its pod. */
    String name();

    /** The image. */
    String image();

    /** When the image is fetched. Default: by tag, {@code Always} for latest or none, else {@code IfNotPresent}. */
    Optional<PullPolicy> pullPolicy();

    /** The program, in place of the image's entry point. Default: the image's. */
    List<String> command();

    /** The program's arguments, in place of the image's. Default: the image's. */
    List<String> args();

    /** The working directory. Default: the image's. */
    Optional<String> workingDir();

    /** Environment variables, in order: later ones may use earlier ones by {@code $(NAME)}. Default: none. */
    List<EnvSpec> environment();

    /** Whole Secrets or ConfigMaps as environment variables. Default: none. */
    List<EnvFromSpec> environmentFrom();

    /** The ports it listens on. Default: none. */
    List<Port> ports();

    /** Volumes at paths. Default: none. */
    List<MountSpec> mounts();

    /** Claims in block mode as devices. Default: none. */
    List<DeviceSpec> devices();

    /** CPU request: what the scheduler reserves. Default: none. */
    Optional<Cpu> cpu();

    /** CPU limit, above which it is slowed down. Default: none, so idle cores may be used. */
    Optional<Cpu> cpuLimit();

    /** Memory limit, above which it is killed, and request as well: the member gets what it may use. Default: none. */
    Optional<Size> memory();

    /** A memory request below the limit. Default: the limit. */
    Optional<Size> memoryRequest();

    /** Node-local storage, request and limit: logs, writable layer and scratch volumes. Default: none. */
    Optional<Size> ephemeralStorage();

    /** Extended resources by their full name, such as {@code nvidia.com/gpu}, request and limit. Default: none. */
    Map<String, Long> extendedResources();

    /** Holds back the other probes until it succeeds: the budget for a long start. Default: none. */
    Optional<ProbeSpec> startup();

    /** Whether the pod may get traffic and the roll-out may go on. Default: none, ready as soon as it runs. */
    Optional<ProbeSpec> ready();

    /** Whether it must be restarted. Must not depend on peers. Default: none. */
    Optional<ProbeSpec> live();

    /** What it does right after its start, beside its main program. Default: nothing. */
    Optional<HookSpec> afterStart();

    /** What happens before it is asked to end; its time is part of the grace period. Default: nothing. */
    Optional<HookSpec> beforeStop();

    /** The file whose text tells why it ended. Default: the API server's, {@code /dev/termination-log}. */
    Optional<String> terminationMessagePath();

    /** What this container may do. Default: {@link ContainerSecurity#restricted()}. */
    @Value.Default
    default ContainerSecurity security() {
        return ContainerSecurity.restricted();
    }

    /** One more argument of the program. */
    default ContainerSpec arg(String arg) {
        return args(Append.to(args(), arg));
    }

    /** One more variable with a literal text. */
    default ContainerSpec env(String name, String value) {
        return env(name, EnvSource.literal(value));
    }

    /** One more variable from a secret key, a config key, a field of the pod or a resource. */
    default ContainerSpec env(String name, EnvSource source) {
        return environment(Append.to(environment(), new EnvSpec(name, source)));
    }

    /** All keys of a Secret, a ConfigMap or files of the app as variables. */
    default ContainerSpec envFrom(EnvBundle bundle) {
        return envFrom(bundle, "");
    }

    /** The same with a prefix before each key. */
    default ContainerSpec envFrom(EnvBundle bundle, String prefix) {
        return environmentFrom(Append.to(environmentFrom(), new EnvFromSpec(bundle, prefix)));
    }

    /** One more port. */
    default ContainerSpec port(Port port) {
        return ports(Append.to(ports(), port));
    }

    /** One more volume at a path. */
    default ContainerSpec mount(VolumeSpec volume, String path) {
        return mount(MountSpec.of(volume, path));
    }

    /** One more volume at a path, for reading only. */
    default ContainerSpec mountReadOnly(VolumeSpec volume, String path) {
        return mount(MountSpec.of(volume, path).readOnly());
    }

    /** One more mount, with all that can be said of it. */
    default ContainerSpec mount(MountSpec mount) {
        return mounts(Append.to(mounts(), mount));
    }

    /** One more claim in block mode, as a device. */
    default ContainerSpec device(VolumeSpec volume, String path) {
        return devices(Append.to(devices(), new DeviceSpec(volume, path)));
    }

    /** One more extended resource, such as {@code extendedResource("nvidia.com/gpu", 1)}. */
    default ContainerSpec extendedResource(String name, long amount) {
        return extendedResources(Append.to(extendedResources(), name, amount));
    }

    /** The root file system can only be read; what must be written needs a mount. */
    default ContainerSpec readOnlyRoot() {
        return security(security().readOnlyRoot(true));
    }
}
