package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Grouped;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A RoleBinding binds a role that is there to the account that is meant. */
final class BindingsReachAccounts implements Rule {
    @Override
    public String about() {
        return """
                A RoleBinding names a Role and ServiceAccounts in the namespaces in which the manifest has them. Bound in
                another namespace than the pods', an account may do nothing, and a store that finds its members or its leader
                through the API gets 403. An account without a namespace is one of the binding's own. Judged are names that the
                manifest has, but elsewhere.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Located<RoleBinding> binding : graph.objects(RoleBinding.class)) {
            role(graph, binding, found);
            for (Located<Subject> subject : binding.each("subjects", RoleBinding::getSubjects)) {
                subject(graph, subject, found);
            }
        }
    }

    private void role(ResourceGraph graph, Located<RoleBinding> binding, Consumer<Diagnostic> found) {
        Located<RoleRef> ref = binding.field("roleRef", RoleBinding::getRoleRef);
        Located<String> role = ref.field("name", RoleRef::getName);
        if (!"Role".equals(ref.map(RoleRef::getKind).or(""))
                || !role.isPresent()
                || graph.find(Role.class, binding.object().namespace(), role.get())
                        .isPresent()) {
            return;
        }
        ObjectRef other = first(graph.all(Role.class).map(Located::object), role.get());
        if (other != null) {
            found.accept(role.error(
                    name(),
                    Text.found(role.get()),
                    "a RoleBinding takes Roles of its own namespace only, and there is none; " + other
                            + " is in another",
                    "make the Role and the RoleBinding in one namespace"));
        }
    }

    private void subject(ResourceGraph graph, Located<Subject> subject, Consumer<Diagnostic> found) {
        Located<String> namespace = subject.field("namespace", Subject::getNamespace);
        String name = subject.map(Subject::getName).or("");
        if (!"ServiceAccount".equals(subject.map(Subject::getKind).or("")) || name.equals("default")) {
            return;
        }
        List<ObjectRef> accounts = Accounts.of(graph).byName().getOrDefault(name, List.of());
        ObjectRef other = isThere(accounts, namespace) ? null : first(accounts.stream(), name);
        if (other != null) {
            found.accept(namespace.error(
                    name(),
                    Text.found(namespace.or("")),
                    "the account that pods of this manifest use is " + other
                            + ", so they may do nothing of this role and get 403",
                    "write namespace: " + (other.namespace() == null ? "default" : other.namespace())));
        }
    }

    private static boolean isThere(List<ObjectRef> accounts, Located<String> namespace) {
        String written = namespace.or("");
        String meant = written.isEmpty() ? namespace.object().namespace() : written;
        for (ObjectRef account : accounts) {
            if (ResourceGraph.sameNamespace(account.namespace(), meant)
                    || (written.isEmpty() && account.namespace() == null)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ObjectRef first(Stream<ObjectRef> all, String name) {
        return all.filter(ref -> ref.name().equals(name)).sorted().findFirst().orElse(null);
    }

    /** The accounts that are made, and those that pods run as. */
    private record Accounts(Map<String, List<ObjectRef>> byName) {
        static Accounts of(ResourceGraph graph) {
            Accounts known = graph.kept(Accounts.class);
            return known == null ? graph.keep(in(graph)) : known;
        }

        private static Accounts in(ResourceGraph graph) {
            Accounts accounts = new Accounts(new HashMap<>());
            for (Located<ServiceAccount> account : graph.objects(ServiceAccount.class)) {
                accounts.add(account.object());
            }
            for (Workload workload : graph.workloads()) {
                String account = workload.podSpec().getServiceAccountName();
                if (account != null && !account.isEmpty()) {
                    accounts.add(ObjectRef.of("ServiceAccount", workload.ref().namespace(), account));
                }
            }
            return accounts;
        }

        private void add(ObjectRef account) {
            Grouped.add(byName, account.name(), account);
        }
    }
}
