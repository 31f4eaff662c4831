package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            Set<ObjectRef> told = new HashSet<>();
            for (Reference reference : graph.referencesFrom(set.ref())) {
                if (reference.to().kind().equals("ConfigMap")
                        && !told.contains(reference.to())
                        && isReadOnce(set, reference)
                        && !isWatched(set)) {
                    told.add(reference.to());
                    if (graph.find(reference.to())
                            .filter(map -> changes(map.get()))
                            .isPresent()) {
                        found.accept(finding(reference));
                    }
                }
            }
        }
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

    private static boolean changes(HasMetadata map) {
        return map instanceof ConfigMap config
                && !Boolean.TRUE.equals(config.getImmutable())
                && !HASHED.matcher(config.getMetadata().getName()).matches();
    }

    private static boolean isWatched(Workload set) {
        Located<ObjectMeta> metadata = set.template().field("metadata", PodTemplateSpec::getMetadata);
        return hasChecksum(metadata.entries("annotations", ObjectMeta::getAnnotations))
                || hasChecksum(metadata.entries("labels", ObjectMeta::getLabels))
                || set.owner().map(HasMetadata::getMetadata).entries("annotations", ObjectMeta::getAnnotations).stream()
                        .anyMatch(entry -> String.valueOf(entry.get().getKey()).contains("reloader.stakater.com/"));
    }

    private static boolean hasChecksum(List<Located<Map.Entry<String, String>>> entries) {
        for (Located<Map.Entry<String, String>> entry : entries) {
            if (CHECKSUM.matcher(String.valueOf(entry.get().getKey())).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReadOnce(Workload set, Reference reference) {
        if (reference.relation() == Relation.READS_KEY_OF) {
            return true;
        }
        if (reference.keyOrNull() != null) {
            return false;
        }
        String path = reference.from().path();
        for (Located<Volume> volume : set.volumes()) {
            if (path.startsWith(volume.path() + ".")
                    && isMountedInPart(set, volume.get().getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMountedInPart(Workload set, @Nullable String volume) {
        for (PodContainer container : set.containers()) {
            for (Located<VolumeMount> mount : container.mounts()) {
                if (Objects.equals(mount.get().getName(), volume) && Mounts.isPart(mount.get())) {
                    return true;
                }
            }
        }
        return false;
    }
}
