package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Map;
import java.util.stream.Stream;

/** What containers are told: command, arguments, variables, and the files of the manifest that they read. */
final class Told {
    private Told() {}

    static Stream<Located<String>> words(Located<Container> container) {
        return Stream.concat(
                container.each("command", Container::getCommand), container.each("args", Container::getArgs));
    }

    static Stream<Located<String>> variables(Located<Container> container) {
        return container
                .each("env", Container::getEnv)
                .map(variable -> variable.field("value", EnvVar::getValue))
                .filter(Located::isPresent);
    }

    /** Everything that a workload is told, in its own words and in the ConfigMaps of the manifest that it reads. */
    static Stream<Located<String>> to(ResourceGraph graph, Workload workload) {
        return Stream.concat(
                workload.containers().flatMap(c -> Stream.concat(words(c), variables(c))),
                maps(graph, workload).flatMap(Told::files));
    }

    /** Every text of a manifest that some container is told, or may be. */
    static Stream<Located<String>> anybody(ResourceGraph graph) {
        return Stream.concat(
                graph.workloads().stream()
                        .flatMap(Workload::containers)
                        .flatMap(c -> Stream.concat(words(c), variables(c))),
                graph.all(ConfigMap.class).flatMap(Told::files));
    }

    private static Stream<Located<ConfigMap>> maps(ResourceGraph graph, Workload workload) {
        return graph.referencesFrom(workload.ref())
                .filter(r -> r.to().kind().equals("ConfigMap"))
                .map(Reference::to)
                .distinct()
                .flatMap(ref -> graph.find(ref).stream())
                .map(map -> map.map(ConfigMap.class::cast));
    }

    private static Stream<Located<String>> files(Located<ConfigMap> map) {
        return map.entries("data", ConfigMap::getData).map(file -> file.map(Map.Entry::getValue));
    }
}
