package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A namespace admits the pods that the manifest wants in it. */
final class NamespaceAdmitsPods implements Rule {
    @Override
    public String about() {
        return """
                Where a Namespace of the manifest enforces a Pod Security Standard, the pods of every workload in it meet that
                level. The API server takes the workload all the same and then refuses its pods, one after the other. An older
                version of the standard that the namespace pins is not judged.""";
    }

    private static final String LABEL = "pod-security.kubernetes.io/enforce";
    private static final Pattern JUDGED = Pattern.compile("latest|v1\\.(3[5-9]|[4-9]\\d)");

    private final PodStandard standard;

    NamespaceAdmitsPods(PodStandard standard) {
        this.standard = standard;
    }

    /** The level that a namespace enforces; {@code privileged} where it is not known to enforce any. */
    static String level(ResourceGraph graph, Workload workload) {
        String namespace = workload.ref().namespace();
        Map<String, String> labels =
                namespace == null ? Map.of() : Labels.of(graph).byNamespace().getOrDefault(namespace, Map.of());
        String level = labels.get(LABEL);
        String version = labels.getOrDefault(LABEL + "-version", "latest");
        return level != null && JUDGED.matcher(version).matches() ? level : "privileged";
    }

    /** The labels of the namespaces of a graph; of two of one name the first counts. */
    private record Labels(Map<String, Map<String, String>> byNamespace) {
        static Labels of(ResourceGraph graph) {
            Labels known = graph.kept(Labels.class);
            return known == null ? graph.keep(in(graph)) : known;
        }

        private static Labels in(ResourceGraph graph) {
            Map<String, Map<String, String>> labels = new HashMap<>();
            for (Located<Namespace> namespace : graph.objects(Namespace.class)) {
                labels.putIfAbsent(
                        namespace.object().name(),
                        namespace
                                .map(Namespace::getMetadata)
                                .map(ObjectMeta::getLabels)
                                .or(Map.of()));
            }
            return new Labels(labels);
        }
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            String level = level(graph, workload);
            List<String> failed = standard.violations(workload, level);
            if (!failed.isEmpty()) {
                found.accept(finding(workload, level, failed));
            }
        }
    }

    private Diagnostic finding(Workload workload, String level, List<String> failed) {
        return workload.pod()
                .error(
                        name(),
                        "pods that fail " + String.join(", ", failed),
                        "Namespace " + workload.ref().namespace() + " enforces the level " + level
                                + ", so the API server takes this object and refuses each of its pods",
                        "change the security contexts so that the pods meet the level, or lower the label " + LABEL
                                + " of the namespace");
    }
}
