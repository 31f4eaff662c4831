package dev.ordinal.core.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor version of Kubernetes, 1.30 to 1.36. Patch versions do not differ in what they serve.
 *
 * @param minor the number after {@code 1.}, 30 to 36
 */
public record KubernetesVersion(int minor) implements Comparable<KubernetesVersion> {
    private static final int OLDEST = 30;
    private static final int NEWEST = 36;
    /** 1.36, for which everything is judged unless another version is asked for. */
    public static final KubernetesVersion DEFAULT = new KubernetesVersion(NEWEST);

    /**
     * That minor version.
     *
     * @throws IllegalArgumentException if it is not from 30 to 36
     */
    public KubernetesVersion {
        if (minor < OLDEST || minor > NEWEST) {
            throw refused("1." + minor);
        }
    }

    /**
     * Reads a version as people and clusters write it: {@code 1.33}, {@code v1.33.2}, {@code v1.33.2-gke.100}.
     *
     * @throws IllegalArgumentException if it is no version, or not from 1.30 to 1.36
     */
    public static KubernetesVersion of(String version) {
        Matcher form = Form.TEXT.matcher(version.strip());
        if (!form.matches()) {
            throw refused(version);
        }
        return new KubernetesVersion(Integer.parseInt(form.group(1)));
    }

    /** Compiled when the first version is read. */
    private static final class Form {
        static final Pattern TEXT = Pattern.compile("v?1\\.(\\d{1,3})(\\.\\d+)?([-+][0-9A-Za-z.+-]*)?");
    }

    private static IllegalArgumentException refused(String given) {
        return new IllegalArgumentException("A version of Kubernetes from 1." + OLDEST + " to 1." + NEWEST
                + " is asked for, such as \"1.33\", but \"" + given + "\" was given");
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return Integer.compare(minor, other.minor);
    }

    /** As people write it, such as {@code 1.33}. */
    @Override
    public String toString() {
        return "1." + minor;
    }
}
