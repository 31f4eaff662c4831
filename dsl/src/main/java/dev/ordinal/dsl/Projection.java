package dev.ordinal.dsl;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One source of a {@link ProjectedVolume}. */
public sealed interface Projection {
    /** All keys of a Secret. */
    record OfSecret(SecretRef secret, List<FileItem> items) implements Projection {}

    /** All keys of a ConfigMap. */
    record OfConfig(ConfigRef config, List<FileItem> items) implements Projection {}

    /** Facts about the pod by file. */
    record OfPod(Map<String, PodField> fields) implements Projection {}

    /** A token of the pod's ServiceAccount for one audience, renewed before it ends. */
    record OfToken(String path, String audience, Duration lifetime) implements Projection {}
}
