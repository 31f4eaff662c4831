package dev.ordinal.dsl;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Several sources in one folder. */
@Word
@Value.Immutable
public non-sealed interface ProjectedVolume extends VolumeSpec, WithProjectedVolume {
    @Override
    String name();

    /** The sources, in order. */
    List<Projection> sources();

    /** The mode of the files. Default: the API server's, {@code 0644}. */
    Optional<Integer> mode();

    /** All keys of a Secret, each under its own name. */
    default ProjectedVolume secret(SecretRef secret) {
        return sources(Append.to(sources(), new Projection.OfSecret(secret, List.of())));
    }

    /** One key of a Secret under a path. */
    default ProjectedVolume secret(SecretRef secret, String key, String path) {
        return sources(Append.to(
                sources(), new Projection.OfSecret(secret, List.of(new FileItem(key, path, Optional.empty())))));
    }

    /** All keys of a ConfigMap, each under its own name. */
    default ProjectedVolume config(ConfigRef config) {
        return sources(Append.to(sources(), new Projection.OfConfig(config, List.of())));
    }

    /** A fact about the pod as a file. */
    default ProjectedVolume field(String path, PodField field) {
        return sources(Append.to(sources(), new Projection.OfPod(Map.of(path, field))));
    }

    /** A token of the pod's ServiceAccount as a file, for one audience, with at least 10 minutes to live. */
    default ProjectedVolume token(String path, String audience, Duration lifetime) {
        return sources(Append.to(sources(), new Projection.OfToken(path, audience, lifetime)));
    }
}
