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
    /** Three numbers, and what a vendor may say of the system below. */
    private static final String EXACT = "\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}(-[\\w.-]{1,64})?";

    /** Keeps a copy. */
    public VendorImage {
        volumes = List.copyOf(volumes);
    }

    /** Says whether a preset's version is not exact. */
    public void check(Preset<?> preset, Findings findings) {
        String number = preset.version().number();
        // The usual one needs no pattern, which every start would pay for.
        if (!number.equals(version) && !number.matches(EXACT)) {
            findings.error(
                    "VersionIsExact",
                    "version",
                    "\"" + number + "\"",
                    "it is the tag of the image, and what runs must not change by itself",
                    "use a version of three numbers such as version(\"" + version + "\")");
        }
    }

    /** What that preset's pods run: this one of its version, unless it says another. */
    public String of(Preset<?> preset) {
        return preset.version().image().orElse(name + ":" + preset.version().number());
    }
}
