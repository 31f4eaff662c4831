package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, List<ObjectRef>> bound = bound(graph);
        Set<ObjectRef> roles = Sets.of(graph)
                .filter(set -> set.claimTemplates().findAny().isPresent())
                .map(set -> account(
                        set.ref().namespace(),
                        set.pod().map(PodSpec::getServiceAccountName).or("default")))
                .flatMap(account -> bound.getOrDefault(account, List.of()).stream())
                .flatMap(role -> graph.find(role).stream())
                .map(Located::object)
                .collect(Collectors.toSet());
        return Stream.concat(
                        graph.all(Role.class).flatMap(role -> role.each("rules", Role::getRules)),
                        graph.all(ClusterRole.class).flatMap(role -> role.each("rules", ClusterRole::getRules)))
                .filter(rule -> roles.contains(rule.object()))
                .flatMap(this::check);
    }

    /** The roles that are bound to each account. */
    private static Map<String, List<ObjectRef>> bound(ResourceGraph graph) {
        Map<String, List<ObjectRef>> bound = new HashMap<>();
        graph.all(RoleBinding.class)
                .forEach(binding -> add(
                        bound,
                        binding.each("subjects", RoleBinding::getSubjects),
                        role(
                                binding.map(RoleBinding::getRoleRef),
                                binding.object().namespace())));
        graph.all(ClusterRoleBinding.class)
                .forEach(binding -> add(
                        bound,
                        binding.each("subjects", ClusterRoleBinding::getSubjects),
                        role(binding.map(ClusterRoleBinding::getRoleRef), null)));
        return bound;
    }

    private static void add(Map<String, List<ObjectRef>> bound, Stream<Located<Subject>> subjects, ObjectRef role) {
        subjects.map(Located::get)
                .filter(subject -> "ServiceAccount".equals(subject.getKind()) && subject.getName() != null)
                .forEach(subject -> bound.computeIfAbsent(
                                account(subject.getNamespace(), subject.getName()), a -> new ArrayList<>())
                        .add(role));
    }

    private static String account(@Nullable String namespace, String name) {
        return (namespace == null || namespace.isEmpty() ? "default" : namespace) + "/" + name;
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
