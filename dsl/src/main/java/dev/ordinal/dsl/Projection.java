package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One source of a {@link ProjectedVolume}. */
public sealed interface Projection {
    /** All keys of a Secret. */
    record OfSecret(SecretRef secret, List<FileItem> items) implements Projection {
        /** Refuses null. */
        public OfSecret {
            requireNonNull(secret, "secret");
            requireNonNull(items, "items");
        }
    }

    /** All keys of a ConfigMap. */
    record OfConfig(ConfigRef config, List<FileItem> items) implements Projection {
        /** Refuses null. */
        public OfConfig {
            requireNonNull(config, "config");
            requireNonNull(items, "items");
        }
    }

    /** Facts about the pod by file. */
    record OfPod(Map<String, PodField> fields) implements Projection {
        /** Refuses null. */
        public OfPod {
            requireNonNull(fields, "fields");
        }
    }

    /** A token of the pod's ServiceAccount for one audience, renewed before it ends. */
    record OfToken(String path, String audience, Duration lifetime) implements Projection {
        /** Refuses null. */
        public OfToken {
            requireNonNull(path, "path");
            requireNonNull(audience, "audience");
            requireNonNull(lifetime, "lifetime");
        }
    }
}
