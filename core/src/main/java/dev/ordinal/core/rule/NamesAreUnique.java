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
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** No two objects of one kind have the same name. */
final class NamesAreUnique implements Rule {
    @Override
    public String about() {
        return """
                No two objects of one kind, namespace and name are in one manifest. `kubectl apply` takes both without a word,
                one after the other, so the last one wins: half of what the manifest says is not in the cluster. A namespace
                that is not written means `default`. Objects that say the same are a warning only.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        if (!graph.hasNamesakes()) {
            return;
        }
        Map<String, List<Located<HasMetadata>>> same = graph.all(HasMetadata.class)
                .filter(object -> !object.object().name().isEmpty())
                .collect(Collectors.groupingBy(NamesAreUnique::identity, TreeMap::new, Collectors.toList()));
        for (List<Located<HasMetadata>> objects : same.values()) {
            if (objects.size() > 1) {
                Located<HasMetadata> first = objects.stream()
                        .min(Comparator.comparing(Located::object))
                        .orElseThrow();
                boolean areAlike = objects.stream().allMatch(other -> Alike.are(first.get(), other.get()));
                found.accept(finding(first, objects.size(), areAlike));
            }
        }
    }

    private Diagnostic finding(Located<HasMetadata> object, int times, boolean areAlike) {
        Located<String> place =
                object.field("metadata", HasMetadata::getMetadata).field("name", ObjectMeta::getName);
        String found = Text.found(object.object().name()) + ", " + times + " times";
        return areAlike
                ? place.warning(
                        name(),
                        found,
                        "they say the same, so one of them is idle: whoever changes it changes nothing, or has it"
                                + " overwritten",
                        "remove all but one")
                : place.error(
                        name(),
                        found,
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
