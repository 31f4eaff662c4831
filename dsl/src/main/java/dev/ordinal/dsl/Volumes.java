package dev.ordinal.dsl;

import java.util.Optional;
import java.util.stream.Stream;

/** The volumes that a container uses: mounted, as a device, or as environment. */
final class Volumes {
    private Volumes() {}

    static Stream<VolumeSpec> of(ContainerSpec container) {
        return Stream.concat(
                container.mounts().stream().map(MountSpec::volume),
                container.devices().stream().map(DeviceSpec::volume));
    }

    /** Files of the app that a container only reads as environment variables. */
    static Stream<FilesVolume> readAsEnvironment(ContainerSpec container) {
        Stream<FilesVolume> single = container.environment().stream()
                .map(variable -> variable.source() instanceof EnvSource.FileKey key
                        ? Optional.of(key.files())
                        : Optional.<FilesVolume>empty())
                .flatMap(Optional::stream);
        Stream<FilesVolume> whole = container.environmentFrom().stream()
                .map(from ->
                        from.bundle() instanceof FilesVolume files ? Optional.of(files) : Optional.<FilesVolume>empty())
                .flatMap(Optional::stream);
        return Stream.concat(single, whole);
    }
}
