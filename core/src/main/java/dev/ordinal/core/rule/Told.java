package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What containers are told: command, arguments, variables, and the files of the manifest that they read. */
final class Told {
    private final List<Located<String>> texts = new ArrayList<>();

    private Told(ResourceGraph graph) {
        for (Workload workload : graph.workloads()) {
            add(workload);
        }
        for (Located<ConfigMap> map : graph.objects(ConfigMap.class)) {
            add(map);
        }
    }

    private Told(ResourceGraph graph, Workload workload) {
        add(workload);
        Set<ObjectRef> maps = new LinkedHashSet<>();
        for (Reference reference : graph.referencesFrom(workload.ref())) {
            if (reference.to().kind().equals("ConfigMap")) {
                maps.add(reference.to());
            }
        }
        for (ObjectRef map : maps) {
            Optional<Located<HasMetadata>> found = graph.find(map);
            if (found.isPresent()) {
                add(found.get().as(ConfigMap.class));
            }
        }
    }

    private void add(Workload workload) {
        for (PodContainer container : workload.containers()) {
            texts.addAll(container.command());
            texts.addAll(container.args());
            texts.addAll(variables(container));
        }
    }

    private void add(Located<ConfigMap> map) {
        for (Located<Map.Entry<String, String>> file :
                map.entries("data", map.get().getData())) {
            texts.add(file.with(file.get().getValue()));
        }
    }

    /** The words of its command and those behind it. */
    static List<Located<String>> words(PodContainer container) {
        if (container.args().isEmpty() || container.command().isEmpty()) {
            return container.args().isEmpty() ? container.command() : container.args();
        }
        List<Located<String>> words = new ArrayList<>(container.command());
        words.addAll(container.args());
        return words;
    }

    /** The values of its variables. */
    static List<Located<String>> variables(PodContainer container) {
        if (container.env().isEmpty()) {
            return List.of();
        }
        List<Located<String>> values = new ArrayList<>(container.env().size());
        for (Located<EnvVar> variable : container.env()) {
            if (variable.get().getValue() != null) {
                values.add(variable.step("value", variable.get().getValue()));
            }
        }
        return values;
    }

    /** Everything that a workload is told, in its own words and in the ConfigMaps of the manifest that it reads. */
    static List<Located<String>> to(ResourceGraph graph, Workload workload) {
        return new Told(graph, workload).texts;
    }

    /** Every text of a manifest that some container is told, or may be. */
    static List<Located<String>> anybody(ResourceGraph graph) {
        Told known = graph.kept(Told.class);
        return (known == null ? graph.keep(new Told(graph)) : known).texts;
    }
}
