package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/** Where the value of an environment variable comes from; made by {@link SecretRef}, {@link ConfigRef}, {@link PodField} … */
public sealed interface EnvSource
        permits EnvSource.Literal,
                EnvSource.SecretKey,
                EnvSource.ConfigKey,
                EnvSource.FileKey,
                EnvSource.ResourceField,
                PodField {
    /** A literal text, in which {@code $(NAME)} stands for an earlier variable. */
    static EnvSource literal(String text) {
        return new Literal(text);
    }

    /**
     * What a container of the pod may use, by the name of the resource: {@code resource("limits.memory")} in bytes,
     * {@code resource("requests.cpu")} in cores rounded up.
     */
    static EnvSource resource(String resource) {
        return new ResourceField(resource, "1");
    }

    /** The same in units of the divisor: {@code resource("limits.memory", "1Mi")} is in mebibytes. */
    static EnvSource resource(String resource, String divisor) {
        return new ResourceField(resource, divisor);
    }

    /** A text. */
    record Literal(String text) implements EnvSource {
        /** Refuses null. */
        public Literal {
            requireNonNull(text, "text");
        }
    }

    /** A key of a Secret that exists beforehand. */
    record SecretKey(String secret, String key, boolean optional) implements EnvSource {
        /** Refuses null. */
        public SecretKey {
            requireNonNull(secret, "secret");
            requireNonNull(key, "key");
        }
    }

    /** A key of a ConfigMap that exists beforehand. */
    record ConfigKey(String config, String key, boolean optional) implements EnvSource {
        /** Refuses null. */
        public ConfigKey {
            requireNonNull(config, "config");
            requireNonNull(key, "key");
        }
    }

    /** A file of the app's own ConfigMap. */
    record FileKey(FilesVolume files, String file) implements EnvSource {
        /** Refuses null. */
        public FileKey {
            requireNonNull(files, "files");
            requireNonNull(file, "file");
        }
    }

    /** A resource of the container itself. */
    record ResourceField(String resource, String divisor) implements EnvSource {
        /** Refuses null. */
        public ResourceField {
            requireNonNull(resource, "resource");
            requireNonNull(divisor, "divisor");
        }
    }
}
