package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.function.Consumer;

/** Pods without an account of their own carry no token. */
final class TokenIsMountedOnPurpose implements Rule {
    @Override
    public String about() {
        return """
                The pods of a StatefulSet that run as the account `default` set `automountServiceAccountToken: false`. Each of
                them carries a credential for the API server otherwise, for which a store has no use, and which is what one
                looks for after a break-in. Pods that name an account are taken to need it.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            Boolean word = set.podSpec().getAutomountServiceAccountToken();
            String account = set.podSpec().getServiceAccountName();
            boolean isDefault = account == null || account.isEmpty() || account.equals("default");
            if (isDefault && !Boolean.FALSE.equals(word) && set.pod().isPresent() && isMountedByAccount(graph, set)) {
                found.accept(set.pod()
                        .field("automountServiceAccountToken", PodSpec::getAutomountServiceAccountToken)
                        .warning(
                                name(),
                                Text.found(word),
                                "each pod carries a credential for the API server, which is of use only after a break-in",
                                "set automountServiceAccountToken: false"));
            }
        }
    }

    private static boolean isMountedByAccount(ResourceGraph graph, Workload set) {
        return graph.find(ServiceAccount.class, set.ref().namespace(), "default")
                .map(account -> account.map(ServiceAccount::getAutomountServiceAccountToken)
                        .or(true))
                .orElse(true);
    }
}
