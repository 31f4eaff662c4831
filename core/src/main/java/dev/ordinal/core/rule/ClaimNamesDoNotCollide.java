package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        List<Made> made = Sets.of(graph)
                .flatMap(set -> set.claimTemplates()
                        .map(Sets::name)
                        .filter(Located::isPresent)
                        .map(name -> Made.by(set, name)))
                .toList();
        Map<String, List<Made>> byPrefix = made.stream().collect(Collectors.groupingBy(Made::prefix));
        return made.stream().flatMap(one -> byPrefix.getOrDefault(one.prefix(), List.of()).stream()
                .filter(other -> one.owner().compareTo(other.owner()) > 0 && one.meets(other))
                .map(other -> finding(one, other)));
    }

    private Diagnostic finding(Made one, Made other) {
        return one.template()
                .error(
                        name(),
                        Text.found(one.template().get()),
                        "its claim " + one.prefix() + Math.max(one.first(), other.first()) + " is also the claim that "
                                + other.owner() + " makes from \""
                                + other.template().get()
                                + "\", so two pods would share one volume",
                        "give one of the two claim templates another name");
    }

    /** The claims that one template makes: a prefix, and the ordinals from first up to before end. */
    private record Made(ObjectRef owner, Located<String> template, String prefix, long first, long end) {
        static Made by(Workload set, Located<String> template) {
            long first = Sets.spec(set)
                    .map(StatefulSetSpec::getOrdinals)
                    .map(StatefulSetOrdinals::getStart)
                    .or(0);
            return new Made(
                    set.ref(),
                    template,
                    template.get() + "-" + set.ref().name() + "-",
                    first,
                    first + Sets.replicas(set));
        }

        boolean meets(Made other) {
            return prefix.equals(other.prefix)
                    && ResourceGraph.sameNamespace(owner.namespace(), other.owner.namespace())
                    && Math.max(first, other.first) < Math.min(end, other.end);
        }
    }
}
