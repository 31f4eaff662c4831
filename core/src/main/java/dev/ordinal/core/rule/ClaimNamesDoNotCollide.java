package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** No two StatefulSets make claims of the same name. */
final class ClaimNamesDoNotCollide implements Rule {
    @Override
    public String about() {
        return """
                No two StatefulSets of a namespace make claims of the same name. A claim is named template-set-ordinal, so
                the template `data` of the set `a-b` and the template `data-a` of the set `b` both make `data-a-b-0`: two pods then
                share one volume or wait for each other for ever.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        List<Made> made = new ArrayList<>(1);
        for (Workload set : graph.statefulSets()) {
            for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
                String name = Sets.nameOf(template);
                if (name != null) {
                    made.add(Made.by(set, template, name));
                }
            }
        }
        if (made.size() < 2) {
            return;
        }
        Map<String, List<Made>> byPrefix = made.stream().collect(Collectors.groupingBy(Made::prefix));
        for (Made one : made) {
            for (Made other : byPrefix.getOrDefault(one.prefix(), List.of())) {
                if (one.owner().compareTo(other.owner()) > 0 && one.meets(other)) {
                    found.accept(finding(one, other));
                }
            }
        }
    }

    private Diagnostic finding(Made one, Made other) {
        Located<String> name = Sets.name(one.template());
        return name.error(
                name(),
                Text.found(name.get()),
                "its claim " + one.prefix() + Math.max(one.first(), other.first()) + " is also the claim that "
                        + other.owner() + " makes from \"" + Sets.nameOf(other.template())
                        + "\", so two pods would share one volume",
                "give one of the two claim templates another name");
    }

    /** The claims that one template makes: a prefix, and the ordinals from first up to before end. */
    private record Made(ObjectRef owner, Located<PersistentVolumeClaim> template, String prefix, long first, long end) {
        static Made by(Workload set, Located<PersistentVolumeClaim> template, String name) {
            long first = Sets.first(set);
            String prefix = name + "-" + set.ref().name() + "-";
            return new Made(set.ref(), template, prefix, first, first + Sets.replicas(set));
        }

        boolean meets(Made other) {
            return ResourceGraph.sameNamespace(owner.namespace(), other.owner.namespace())
                    && Math.max(first, other.first) < Math.min(end, other.end);
        }
    }
}
