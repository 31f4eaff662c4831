package dev.ordinal.presets.kafka;

import static java.util.Objects.requireNonNull;

/**
 * A Java agent that shows the server's metrics over HTTP at port 9404; the official image has none. Its jar is copied from
 * an image of yours by {@code cp}, before the server starts.
 *
 * @param image the image that has the jar and the command {@code cp}, with an exact tag
 * @param jar the absolute path of the jar in that image, such as {@code /jmx_prometheus_javaagent.jar}
 */
public record MetricsAgent(String image, String jar) {
    /** Refuses null. */
    public MetricsAgent {
        requireNonNull(image, "image");
        requireNonNull(jar, "jar");
    }
}
