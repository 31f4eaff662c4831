package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A role allows what its pods need, and no more. */
final class RolesAreNarrow implements Rule {
    @Override
    public String about() {
        return """
                A role that is bound to the pods of a StatefulSet with claims has no wildcard among its verbs and resources,
                does not read all Secrets, and does not create pods or commands in them. What a store needs to find members or
                to elect a leader is none of that, and whoever takes over such a pod owns the namespace. Secrets that are named
                one by one are accepted.""";
    }

    private static final Set<String> READING = Set.of("get", "list", "watch");

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        Set<ObjectRef> roles = Sets.of(graph)
                .filter(set -> set.claimTemplates().findAny().isPresent())
                .flatMap(set -> bound(graph, set))
                .flatMap(role -> graph.find(role).stream())
                .map(Located::object)
                .collect(Collectors.toSet());
        return Stream.concat(
                        graph.all(Role.class).flatMap(role -> role.each("rules", Role::getRules)),
                        graph.all(ClusterRole.class).flatMap(role -> role.each("rules", ClusterRole::getRules)))
                .filter(rule -> roles.contains(rule.object()))
                .flatMap(this::check);
    }

    /** The roles that are bound to the account of a set's pods. */
    private static Stream<ObjectRef> bound(ResourceGraph graph, Workload set) {
        String account = set.pod().map(PodSpec::getServiceAccountName).or("default");
        String own = set.ref().namespace();
        return Stream.concat(
                graph.all(RoleBinding.class)
                        .filter(b ->
                                b.each("subjects", RoleBinding::getSubjects).anyMatch(s -> is(s, own, account)))
                        .map(b ->
                                role(b.map(RoleBinding::getRoleRef), b.object().namespace())),
                graph.all(ClusterRoleBinding.class)
                        .filter(b -> b.each("subjects", ClusterRoleBinding::getSubjects)
                                .anyMatch(s -> is(s, own, account)))
                        .map(b -> role(b.map(ClusterRoleBinding::getRoleRef), null)));
    }

    private static boolean is(Located<Subject> subject, @Nullable String namespace, String account) {
        return "ServiceAccount".equals(subject.get().getKind())
                && account.equals(subject.get().getName())
                && ResourceGraph.sameNamespace(subject.get().getNamespace(), namespace);
    }

    private static ObjectRef role(Located<RoleRef> ref, @Nullable String namespace) {
        String kind = ref.map(RoleRef::getKind).or("");
        return ObjectRef.of(
                kind,
                kind.equals("Role") ? namespace : null,
                ref.map(RoleRef::getName).or(""));
    }

    private Stream<Diagnostic> check(Located<PolicyRule> rule) {
        List<String> verbs = rule.map(PolicyRule::getVerbs).or(List.of());
        List<String> resources = rule.map(PolicyRule::getResources).or(List.of());
        boolean isNamed = !rule.map(PolicyRule::getResourceNames).or(List.of()).isEmpty();
        if (verbs.contains("*") || resources.contains("*")) {
            return finding(rule, verbs, resources, "it allows all that there is, and all that will be");
        } else if (resources.contains("secrets") && !isNamed && verbs.stream().anyMatch(READING::contains)) {
            return finding(rule, verbs, resources, "whoever takes over the pod reads every Secret of the namespace");
        }
        boolean makesPods = resources.contains("pods") || resources.contains("pods/exec");
        return makesPods && verbs.contains("create")
                ? finding(
                        rule,
                        verbs,
                        resources,
                        "whoever takes over the pod runs what it likes in the namespace, as any of its accounts")
                : Stream.empty();
    }

    private Stream<Diagnostic> finding(
            Located<PolicyRule> rule, List<String> verbs, List<String> resources, String why) {
        return Stream.of(rule.warning(
                name(),
                "verbs " + verbs + " for " + resources,
                why,
                "write the verbs and resources that are used, and resourceNames for Secrets"));
    }
}
