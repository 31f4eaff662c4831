package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No two objects of one kind have the same name. */
final class NamesAreUnique implements Rule {
    @Override
    public String about() {
        return """
                No two objects of one kind, namespace and name are in one manifest. `kubectl apply` takes both without a word,
                one after the other, so the last one wins: half of what the manifest says is not in the cluster. A namespace
                that is not written means `default`.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        Map<String, List<Located<HasMetadata>>> same = graph.all(HasMetadata.class)
                .filter(object -> !object.object().name().isEmpty())
                .collect(Collectors.groupingBy(NamesAreUnique::identity, TreeMap::new, Collectors.toList()));
        return same.values().stream()
                .filter(objects -> objects.size() > 1)
                .map(objects -> finding(
                        objects.stream()
                                .min(Comparator.comparing(Located::object))
                                .orElseThrow(),
                        objects.size()));
    }

    private Diagnostic finding(Located<HasMetadata> object, int times) {
        return object.field("metadata", HasMetadata::getMetadata)
                .field("name", ObjectMeta::getName)
                .error(
                        name(),
                        Text.found(object.object().name()) + ", " + times + " times",
                        "the objects of that name overwrite each other without a word, and the last one that is applied"
                                + " is all that stays",
                        "give each its own name, or remove all but one");
    }

    private static String identity(Located<HasMetadata> object) {
        ObjectRef ref = object.object();
        String version = String.valueOf(object.get().getApiVersion());
        String group = version.substring(0, Math.max(0, version.indexOf('/')));
        String namespace = ref.namespace() == null ? "default" : ref.namespace();
        return String.join("|", group, ref.kind(), namespace, ref.name());
    }
}
