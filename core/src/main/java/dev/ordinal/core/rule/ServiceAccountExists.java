package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            String account = workload.podSpec().getServiceAccountName();
            if (account == null || account.isEmpty() || account.equals("default")) {
                continue;
            }
            String namespace = workload.ref().namespace();
            ObjectRef ref = ObjectRef.of("ServiceAccount", namespace, account);
            String idle = graph.find(ref).isPresent() || graph.isUnread(ref) ? null : idle(graph, namespace);
            if (idle != null) {
                found.accept(finding(workload.pod().field("serviceAccountName", PodSpec::getServiceAccountName), idle));
            }
        }
    }

    private Diagnostic finding(Located<String> account, String other) {
        return account.warning(
                name(),
                Text.found(account.get()),
                "this manifest makes no such account, but makes \"" + other
                        + "\", which nothing uses; pods of an account" + " that does not exist are refused",
                "write serviceAccountName: " + other);
    }

    /** The first account of a namespace that no workload uses. */
    private static @Nullable String idle(ResourceGraph graph, @Nullable String namespace) {
        TreeSet<String> idle = new TreeSet<>();
        for (Located<ServiceAccount> account : graph.objects(ServiceAccount.class, namespace)) {
            idle.add(account.object().name());
        }
        for (Workload workload : graph.workloadsIn(namespace)) {
            idle.remove(workload.pod().map(PodSpec::getServiceAccountName).or("default"));
        }
        idle.removeAll(Set.of("", "default"));
        return idle.isEmpty() ? null : idle.first();
    }
}
