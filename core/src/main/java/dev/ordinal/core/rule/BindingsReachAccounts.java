package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.all(RoleBinding.class)
                .flatMap(binding -> Stream.concat(
                        role(graph, binding),
                        binding.each("subjects", RoleBinding::getSubjects).flatMap(s -> subject(graph, s))));
    }

    private Stream<Diagnostic> role(ResourceGraph graph, Located<RoleBinding> binding) {
        Located<RoleRef> ref = binding.field("roleRef", RoleBinding::getRoleRef);
        Located<String> role = ref.field("name", RoleRef::getName);
        String namespace = binding.object().namespace();
        return "Role".equals(ref.map(RoleRef::getKind).or("")) && role.isPresent()
                ? elsewhere(
                                graph.find(Role.class, namespace, role.get()).isPresent(),
                                graph.all(Role.class).map(Located::object),
                                role.get())
                        .map(other -> role.error(
                                name(),
                                Text.found(role.get()),
                                "a RoleBinding takes Roles of its own namespace only, and there is none; " + other
                                        + " is in another",
                                "make the Role and the RoleBinding in one namespace"))
                : Stream.empty();
    }

    private Stream<Diagnostic> subject(ResourceGraph graph, Located<Subject> subject) {
        Located<String> namespace = subject.field("namespace", Subject::getNamespace);
        String name = subject.map(Subject::getName).or("");
        String written = namespace.or("");
        String meant = written.isEmpty() ? subject.object().namespace() : written;
        return "ServiceAccount".equals(subject.map(Subject::getKind).or("")) && !name.equals("default")
                ? elsewhere(
                                accounts(graph, name)
                                        .anyMatch(ref -> ResourceGraph.sameNamespace(ref.namespace(), meant)
                                                || (written.isEmpty() && ref.namespace() == null)),
                                accounts(graph, name),
                                name)
                        .map(other -> namespace.error(
                                name(),
                                Text.found(namespace.or("")),
                                "the account that pods of this manifest use is " + other
                                        + ", so they may do nothing of this role and get 403",
                                "write namespace: " + (other.namespace() == null ? "default" : other.namespace())))
                : Stream.empty();
    }

    private static Stream<ObjectRef> elsewhere(boolean isThere, Stream<ObjectRef> all, String name) {
        return isThere
                ? Stream.empty()
                : all.filter(ref -> ref.name().equals(name)).sorted().limit(1);
    }

    private static Stream<ObjectRef> accounts(ResourceGraph graph, String name) {
        return graph.derived(Accounts.class, Accounts::of).byName().getOrDefault(name, List.of()).stream();
    }

    private record Accounts(Map<String, List<ObjectRef>> byName) {
        static Accounts of(ResourceGraph graph) {
            return new Accounts(accounts(graph).collect(Collectors.groupingBy(ObjectRef::name)));
        }
    }

    /** Those that are made, and those that pods run as. */
    private static Stream<ObjectRef> accounts(ResourceGraph graph) {
        return Stream.concat(
                graph.all(ServiceAccount.class).map(Located::object),
                graph.workloads().stream().flatMap(w -> {
                    String account = w.pod().map(PodSpec::getServiceAccountName).or("");
                    return account.isEmpty()
                            ? Stream.empty()
                            : Stream.of(ObjectRef.of("ServiceAccount", w.ref().namespace(), account));
                }));
    }
}
