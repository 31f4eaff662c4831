package dev.ordinal.dsl;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A volume that a CSI driver makes for each pod and removes with it, such as secrets from a vault. */
@Word
@Value.Immutable
public non-sealed interface CsiVolume extends VolumeSpec, WithCsiVolume {
    @Override
    String name();

    /** The driver's name. */
    String driver();

    /** What the driver is told. Default: nothing. */
    Map<String, String> attributes();

    /** The file system. Default: the driver's. */
    Optional<String> fileSystem();

    /** Whether it can only be read. Default: no. */
    @Value.Default
    default boolean isReadOnly() {
        return false;
    }

    /** One more thing that the driver is told. */
    default CsiVolume attribute(String key, String value) {
        return attributes(Append.to(attributes(), key, value));
    }
}
