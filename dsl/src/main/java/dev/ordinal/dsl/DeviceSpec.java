package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/**
 * A claim in block mode as a raw device of a container.
 *
 * @param volume a claim made with {@link ClaimVolume#block}
 * @param path the device's path, such as {@code /dev/xvda}
 */
public record DeviceSpec(VolumeSpec volume, String path) {
    /** Refuses null. */
    public DeviceSpec {
        requireNonNull(volume, "volume");
        requireNonNull(path, "path");
    }
}
