package dev.ordinal.presets.part;

import java.util.List;

/**
 * A vendor's official image, as far as a preset must know it.
 *
 * @param name without a tag
 * @param version the tag that is used unless another version is said
 * @param user who its programs run as, a user and a group
 * @param volumes the folders that it declares as volumes: what is not mounted at exactly these lands on the node
 */
public record VendorImage(String name, String version, long user, List<String> volumes) {
    /** Keeps a copy. */
    public VendorImage {
        volumes = List.copyOf(volumes);
    }

    /** What that preset's pods run: this one of its version, unless it says another. */
    public String of(Preset<?> preset) {
        return preset.version().image().orElse(name + ":" + preset.version().number());
    }
}
