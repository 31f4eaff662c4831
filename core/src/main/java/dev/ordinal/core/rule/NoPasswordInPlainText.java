package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** No password, token or secret key is written into a workload or a ConfigMap. */
final class NoPasswordInPlainText implements Rule {
    @Override
    public String about() {
        return """
                No password, token or secret key is written into an environment variable, an argument or a ConfigMap.
                Everybody who may read the workload reads it there, and so does every backup and every log of the manifest. What
                counts is a name that ends in such a word together with a literal value; paths, references, placeholders,
                names of Secrets and switches do not count. The value is never repeated in the finding.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                for (Located<EnvVar> variable : container.env()) {
                    variable(graph, variable, found);
                }
                arguments(container.command(), found);
                arguments(container.args(), found);
            }
        }
        for (Located<ConfigMap> map : graph.objects(ConfigMap.class)) {
            for (var entry : map.entries("data", map.get().getData())) {
                entry(entry, map.get().getData().values(), found);
            }
        }
    }

    private void variable(ResourceGraph graph, Located<EnvVar> variable, Consumer<Diagnostic> found) {
        String name = variable.get().getName() == null ? "" : variable.get().getName();
        String written = variable.get().getValue() == null ? "" : variable.get().getValue();
        if (!SecretWords.isSecret(name, written)) {
            return;
        }
        Located<String> value = variable.step("value", written);
        if (!isNameOfSecret(graph, name, value)) {
            found.accept(finding(
                    value,
                    name,
                    "write in place of value, with a Secret that is made elsewhere: valueFrom: {secretKeyRef: {name: "
                            + value.object().name() + ", key: " + name + "}}"));
        }
    }

    private static boolean isNameOfSecret(ResourceGraph graph, String name, Located<String> value) {
        return name.toLowerCase(Locale.ROOT).endsWith("secret")
                && (graph.find(Secret.class, value.object().namespace(), value.get())
                                .isPresent()
                        || graph.referencesFrom(value.object()).stream()
                                .anyMatch(r -> r.to().kind().equals("Secret")
                                        && r.to().name().equals(value.get())));
    }

    private void arguments(List<Located<String>> all, Consumer<Diagnostic> found) {
        for (int i = 0; i < all.size(); i++) {
            String next = i + 1 < all.size() ? all.get(i + 1).get() : null;
            String option = SecretWords.inArgument(all.get(i).get(), next);
            if (!option.isEmpty()) {
                found.accept(finding(
                        all.get(i), option, "pass $(NAME) of a variable that comes from a Secret, or a file of one"));
            }
        }
    }

    private void entry(Located<Map.Entry<String, String>> entry, Collection<String> files, Consumer<Diagnostic> found) {
        String key = String.valueOf(entry.get().getKey());
        String text = entry.get().getValue();
        for (String name : SecretWords.isSecret(key, text) ? Set.of(key) : SecretWords.inFile(key, text, files)) {
            found.accept(finding(entry, name, "move it into a Secret, and mount that or include it from there"));
        }
    }

    private Diagnostic finding(Located<?> place, String name, String fix) {
        return place.error(
                name(),
                "a literal value for \"" + name + "\"",
                "everybody who may read this object can read it, and so can every copy of the manifest",
                fix);
    }
}
