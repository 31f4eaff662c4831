package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A change of what pods read at their start makes new pods. */
final class ConfigChangesReachPods implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet that reads a ConfigMap of the manifest only when its pods start, as variables or as a single file
                by `subPath`, changes its pod template when the ConfigMap changes. Otherwise a new setting reaches each member
                at its next restart, whenever that is, and members drift apart. A checksum among the annotations of the template
                does it, and so does a name that changes with the content; `immutable: true` and an annotation for a reloader
                are accepted too.""";
    }

    private static final Pattern CHECKSUM = Pattern.compile("(?i).*(checksum|hash|sha256|revision|version).*");
    private static final Pattern HASHED = Pattern.compile(".*-(?=[a-z0-9]*\\d)[a-z0-9]{8,}");

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).filter(set -> !isWatched(set)).flatMap(set -> {
            Set<ObjectRef> told = new HashSet<>();
            return graph.referencesFrom(set.ref())
                    .filter(r -> r.to().kind().equals("ConfigMap"))
                    .filter(r -> isReadOnce(set, r) && told.add(r.to()))
                    .flatMap(r -> graph.find(r.to()).stream()
                            .filter(map -> map.get() instanceof ConfigMap config && changes(config))
                            .map(map -> finding(r)));
        });
    }

    private Diagnostic finding(Reference reference) {
        return reference
                .from()
                .warning(
                        name(),
                        Text.found(reference.to().name()),
                        "when " + reference.to()
                                + " changes, no pod is made anew: each member goes on with the old settings until"
                                + " it happens to restart",
                        "write a checksum of its data into an annotation of the pod template, such as checksum/config");
    }

    private static boolean changes(ConfigMap config) {
        return !Boolean.TRUE.equals(config.getImmutable())
                && !HASHED.matcher(config.getMetadata().getName()).matches();
    }

    private static boolean isWatched(Workload set) {
        Located<ObjectMeta> metadata = set.template().field("metadata", PodTemplateSpec::getMetadata);
        return Stream.concat(
                                metadata.entries("annotations", ObjectMeta::getAnnotations),
                                metadata.entries("labels", ObjectMeta::getLabels))
                        .anyMatch(entry -> CHECKSUM.matcher(
                                        String.valueOf(entry.get().getKey()))
                                .matches())
                || set.owner()
                        .map(HasMetadata::getMetadata)
                        .entries("annotations", ObjectMeta::getAnnotations)
                        .anyMatch(entry -> String.valueOf(entry.get().getKey()).contains("reloader.stakater.com/"));
    }

    private static boolean isReadOnce(Workload set, Reference reference) {
        String path = reference.from().path();
        if (reference.relation() == Relation.READS_KEY_OF) {
            return true;
        }
        return reference.key().isEmpty()
                && set.pod()
                        .each("volumes", PodSpec::getVolumes)
                        .filter(volume -> path.startsWith(volume.path() + "."))
                        .anyMatch(volume -> set.containers()
                                .flatMap(c -> c.each("volumeMounts", Container::getVolumeMounts))
                                .map(Located::get)
                                .filter(mount -> Objects.equals(
                                        mount.getName(), volume.get().getName()))
                                .anyMatch(Mounts::isPart));
    }
}
