package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .filter(set -> List.of("", "default")
                        .contains(set.pod().map(PodSpec::getServiceAccountName).or("")))
                .filter(set -> graph.find(ServiceAccount.class, set.ref().namespace(), "default")
                        .map(account -> account.map(ServiceAccount::getAutomountServiceAccountToken)
                                .or(true))
                        .orElse(true))
                .filter(set -> set.pod().isPresent())
                .map(set -> set.pod().field("automountServiceAccountToken", PodSpec::getAutomountServiceAccountToken))
                .filter(word -> word.or(true))
                .map(word -> word.warning(
                        name(),
                        Text.found(word.isPresent() ? true : null),
                        "each pod carries a credential for the API server, which is of use only after a break-in",
                        "set automountServiceAccountToken: false"));
    }
}
