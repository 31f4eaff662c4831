package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ServiceAccount of a pod is the one that was made for it. */
final class ServiceAccountExists implements Rule {
    @Override
    public String about() {
        return """
                Where the manifest makes a ServiceAccount that no workload uses, no workload of that namespace names one that
                the manifest does not make: mostly one is meant to be the other. A pod whose account does not exist is refused.
                (Accounts that exist beforehand are listed by `manifest.prerequisites()`.)""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(workload -> {
            Located<String> account = workload.pod().field("serviceAccountName", PodSpec::getServiceAccountName);
            String namespace = workload.ref().namespace();
            boolean isMissing = !List.of("", "default").contains(account.or(""))
                    && graph.find(ServiceAccount.class, namespace, account.get())
                            .isEmpty()
                    && !graph.isUnread(ObjectRef.of("ServiceAccount", namespace, account.get()));
            return isMissing
                    ? idle(graph, namespace)
                            .map(other -> finding(account, other))
                            .limit(1)
                    : Stream.empty();
        });
    }

    private Diagnostic finding(Located<String> account, String other) {
        return account.warning(
                name(),
                Text.found(account.get()),
                "this manifest makes no such account, but makes \"" + other
                        + "\", which nothing uses; pods of an account" + " that does not exist are refused",
                "write serviceAccountName: " + other);
    }

    private static Stream<String> idle(ResourceGraph graph, @Nullable String namespace) {
        Set<String> used = graph.workloadsIn(namespace)
                .map(workload ->
                        workload.pod().map(PodSpec::getServiceAccountName).or("default"))
                .collect(Collectors.toSet());
        return graph.all(ServiceAccount.class)
                .map(Located::object)
                .filter(account -> ResourceGraph.sameNamespace(account.namespace(), namespace))
                .map(ObjectRef::name)
                .filter(name -> !name.isEmpty() && !name.equals("default") && !used.contains(name))
                .sorted();
    }
}
