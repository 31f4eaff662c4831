package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        Stream<Diagnostic> containers = graph.workloads().stream()
                .flatMap(Workload::containers)
                .flatMap(container -> Stream.of(
                                container.each("env", Container::getEnv).flatMap(v -> variable(graph, v)),
                                arguments(container.each("command", Container::getCommand)),
                                arguments(container.each("args", Container::getArgs)))
                        .flatMap(s -> s));
        Stream<Diagnostic> maps = graph.all(ConfigMap.class).flatMap(map -> map.entries("data", ConfigMap::getData)
                .flatMap(entry ->
                        entry(entry, map.map(ConfigMap::getData).or(Map.of()).values())));
        return Stream.concat(containers, maps);
    }

    private Stream<Diagnostic> variable(ResourceGraph graph, Located<EnvVar> variable) {
        Located<String> value = variable.field("value", EnvVar::getValue);
        String name = variable.map(EnvVar::getName).or("");
        return SecretWords.isSecret(name, value.or("")) && !isNameOfSecret(graph, name, value)
                ? Stream.of(finding(
                        value,
                        name,
                        "write in place of value, with a Secret that is made elsewhere: valueFrom: {secretKeyRef: {name: "
                                + value.object().name() + ", key: " + name + "}}"))
                : Stream.empty();
    }

    private static boolean isNameOfSecret(ResourceGraph graph, String name, Located<String> value) {
        return name.toLowerCase(Locale.ROOT).endsWith("secret")
                && (graph.find(Secret.class, value.object().namespace(), value.get())
                                .isPresent()
                        || graph.referencesFrom(value.object())
                                .anyMatch(r -> r.to().kind().equals("Secret")
                                        && r.to().name().equals(value.get())));
    }

    private Stream<Diagnostic> arguments(Stream<Located<String>> arguments) {
        List<Located<String>> all = arguments.toList();
        return IntStream.range(0, all.size()).boxed().flatMap(i -> {
            String next = i + 1 < all.size() ? all.get(i + 1).get() : null;
            return SecretWords.inArgument(all.get(i).get(), next).stream()
                    .map(option -> finding(
                            all.get(i),
                            option,
                            "pass $(NAME) of a variable that comes from a Secret, or a file of one"));
        });
    }

    private Stream<Diagnostic> entry(Located<Map.Entry<String, String>> entry, Collection<String> files) {
        String key = String.valueOf(entry.get().getKey());
        String text = entry.get().getValue();
        Stream<String> names = SecretWords.isSecret(key, text) ? Stream.of(key) : SecretWords.inFile(key, text, files);
        return names.distinct()
                .map(name -> finding(entry, name, "move it into a Secret, and mount that or include it from there"));
    }

    private Diagnostic finding(Located<?> place, String name, String fix) {
        return place.error(
                name(),
                "a literal value for \"" + name + "\"",
                "everybody who may read this object can read it, and so can every copy of the manifest",
                fix);
    }
}
