package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/**
 * A fact about the pod that Kubernetes knows when it starts, for an environment variable or a file.
 *
 * @param path the field as the downward API spells it, such as {@code metadata.name}
 */
public record PodField(String path) implements EnvSource {
    /** Refuses null. */
    public PodField {
        requireNonNull(path, "path");
    }

    /** The pod's name, such as {@code zk-0}. */
    public static PodField name() {
        return new PodField("metadata.name");
    }

    /** The pod's namespace. */
    public static PodField namespace() {
        return new PodField("metadata.namespace");
    }

    /** The pod's address; for variables only. */
    public static PodField ip() {
        return new PodField("status.podIP");
    }

    /** The name of the node; for variables only. */
    public static PodField node() {
        return new PodField("spec.nodeName");
    }

    /** The pod's ordinal, from the label that the controller sets since Kubernetes 1.28. */
    public static PodField ordinal() {
        return label("apps.kubernetes.io/pod-index");
    }

    /** A label of the pod. */
    public static PodField label(String key) {
        return new PodField("metadata.labels['" + key + "']");
    }

    /** An annotation of the pod. */
    public static PodField annotation(String key) {
        return new PodField("metadata.annotations['" + key + "']");
    }
}
