package dev.ordinal.core.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Volumes of files that the kubelet writes: fields of the pod, and several sources in one. */
final class ProjectedVolumes {
    private static final Set<String> FIELDS =
            Set.of("metadata.name", "metadata.namespace", "metadata.labels", "metadata.annotations", "metadata.uid");
    private static final long SHORTEST_TOKEN = 600;
    private static final long LONGEST_TOKEN = 1L << 32;

    private ProjectedVolumes() {}

    static void downward(Node volume) {
        Paths.mode(volume.field("defaultMode"));
        for (Node item : volume.each("items")) {
            file(item.calledAs(volume));
        }
    }

    /** One file; the server reports it at the volume, without saying which. */
    private static void file(Node item) {
        item.field("path").required("path: labels");
        Paths.local(item.field("path"));
        Node field = item.field("fieldRef");
        Node resource = item.field("resourceFieldRef");
        if (field.isPresent()) {
            Environment.fieldRef(field, FIELDS);
        }
        if (field.isPresent() == resource.isPresent()) {
            item.refuse(
                    field.isPresent() ? Reason.INVALID : Reason.REQUIRED,
                    Statement.ONE_SOURCE_IS_GIVEN,
                    "exactly one of fieldRef and resourceFieldRef must be set",
                    "write, for example, fieldRef: {fieldPath: metadata.labels}");
        } else if (resource.isPresent()) {
            Environment.resourceRef(resource, true);
        }
        Paths.mode(item.field("mode"));
    }

    static void projected(Node volume) {
        Paths.mode(volume.field("defaultMode"));
        Set<String> paths = new HashSet<>();
        for (Node source : volume.each("sources")) {
            source(source, volume, paths);
        }
    }

    private static void source(Node source, Node volume, Set<String> paths) {
        int sources = 0;
        for (String kind : List.of("secret", "configMap", "downwardAPI", "serviceAccountToken")) {
            Node part = source.field(kind);
            if (part.isPresent()) {
                sources++;
                part(part, volume);
                for (Node item : part.each("items")) {
                    unique(item.field("path"), volume, paths);
                }
            }
        }
        if (sources > 1) {
            source.refuse(
                    Reason.FORBIDDEN,
                    Statement.ONE_SOURCE_IS_GIVEN,
                    "an entry of a projected volume has one source",
                    "write an entry for each source");
        }
    }

    private static void part(Node part, Node volume) {
        switch (part.key()) {
            case "downwardAPI" -> part.each("items").forEach(item -> file(item.calledAs(part)));
            case "serviceAccountToken" -> token(part, volume);
            default -> {
                part.field("name").required("name: my-config");
                for (Node item : part.each("items")) {
                    Volumes.item(item);
                }
            }
        }
    }

    private static void token(Node token, Node volume) {
        token.field("expirationSeconds").range(SHORTEST_TOKEN, LONGEST_TOKEN);
        Node path = token.field("path").calledAs(volume.field("path"));
        if (path.required("path: token")) {
            Paths.local(path);
        }
    }

    private static void unique(Node path, Node volume, Set<String> paths) {
        if (!path.isEmpty() && !paths.add(path.text())) {
            path.calledAs(volume)
                    .invalid(
                            Statement.NAME_IS_UNIQUE,
                            "another item of this volume writes the same file",
                            "write another path");
        }
    }
}
