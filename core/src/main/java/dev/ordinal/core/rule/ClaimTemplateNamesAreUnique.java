package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** No two claim templates of a StatefulSet have the same name. */
final class ClaimTemplateNamesAreUnique implements Rule {
    @Override
    public String about() {
        return """
                The claim templates of a StatefulSet have different names. The API server takes two of the same name, but
                both stand for one claim, and the size and class of only one of them come true.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            List<Located<PersistentVolumeClaim>> templates = set.claimTemplates();
            for (int i = 1; i < templates.size(); i++) {
                if (isAmong(templates.subList(0, i), Sets.nameOf(templates.get(i)))) {
                    found.accept(finding(Sets.name(templates.get(i))));
                }
            }
        }
    }

    private static boolean isAmong(List<Located<PersistentVolumeClaim>> earlier, @Nullable String name) {
        for (Located<PersistentVolumeClaim> template : earlier) {
            if (name != null && name.equals(Sets.nameOf(template))) {
                return true;
            }
        }
        return false;
    }

    private Diagnostic finding(Located<String> name) {
        return name.error(
                name(),
                Text.found(name.get()),
                "an earlier claim template has that name; each pod gets one claim for both, so one of the two"
                        + " volumes never exists",
                "give this claim template a name of its own, or remove it");
    }
}
