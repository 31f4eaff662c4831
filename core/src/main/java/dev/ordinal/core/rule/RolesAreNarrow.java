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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        List<Located<Role>> roles = graph.objects(Role.class);
        List<Located<ClusterRole>> clusterRoles = graph.objects(ClusterRole.class);
        if (roles.isEmpty() && clusterRoles.isEmpty()) {
            return;
        }
        Set<ObjectRef> judged = judged(graph);
        for (Located<Role> role : roles) {
            if (judged.contains(role.object())) {
                role.each("rules", Role::getRules).forEach(rule -> check(rule, found));
            }
        }
        for (Located<ClusterRole> role : clusterRoles) {
            if (judged.contains(role.object())) {
                role.each("rules", ClusterRole::getRules).forEach(rule -> check(rule, found));
            }
        }
    }

    /** The roles that are bound to the pods of sets with claims. */
    private static Set<ObjectRef> judged(ResourceGraph graph) {
        Map<String, List<ObjectRef>> bound = bound(graph);
        Set<ObjectRef> roles = new HashSet<>();
        for (Workload set : graph.statefulSets()) {
            if (!set.claimTemplates().isEmpty()) {
                String account = set.pod().map(PodSpec::getServiceAccountName).or("default");
                for (ObjectRef role : bound.getOrDefault(account(set.ref().namespace(), account), List.of())) {
                    graph.find(role).ifPresent(known -> roles.add(known.object()));
                }
            }
        }
        return roles;
    }

    /** The roles that are bound to each account. */
    private static Map<String, List<ObjectRef>> bound(ResourceGraph graph) {
        Map<String, List<ObjectRef>> bound = new HashMap<>();
        for (Located<RoleBinding> binding : graph.objects(RoleBinding.class)) {
            add(
                    bound,
                    binding.each("subjects", RoleBinding::getSubjects),
                    role(binding.map(RoleBinding::getRoleRef), binding.object().namespace()));
        }
        for (Located<ClusterRoleBinding> binding : graph.objects(ClusterRoleBinding.class)) {
            add(
                    bound,
                    binding.each("subjects", ClusterRoleBinding::getSubjects),
                    role(binding.map(ClusterRoleBinding::getRoleRef), null));
        }
        return bound;
    }

    private static void add(Map<String, List<ObjectRef>> bound, List<Located<Subject>> subjects, ObjectRef role) {
        for (Located<Subject> located : subjects) {
            Subject subject = located.get();
            if ("ServiceAccount".equals(subject.getKind()) && subject.getName() != null) {
                bound.computeIfAbsent(account(subject.getNamespace(), subject.getName()), a -> new ArrayList<>())
                        .add(role);
            }
        }
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

    private void check(Located<PolicyRule> rule, Consumer<Diagnostic> found) {
        List<String> verbs = rule.map(PolicyRule::getVerbs).or(List.of());
        List<String> resources = rule.map(PolicyRule::getResources).or(List.of());
        boolean isNamed = !rule.map(PolicyRule::getResourceNames).or(List.of()).isEmpty();
        boolean makesPods = resources.contains("pods") || resources.contains("pods/exec");
        if (verbs.contains("*") || resources.contains("*")) {
            found.accept(finding(rule, "it allows all that there is, and all that will be"));
        } else if (resources.contains("secrets") && !isNamed && verbs.stream().anyMatch(READING::contains)) {
            found.accept(finding(rule, "whoever takes over the pod reads every Secret of the namespace"));
        } else if (makesPods && verbs.contains("create")) {
            found.accept(finding(
                    rule, "whoever takes over the pod runs what it likes in the namespace, as any of its accounts"));
        }
    }

    private Diagnostic finding(Located<PolicyRule> rule, String why) {
        return rule.warning(
                name(),
                "verbs " + rule.map(PolicyRule::getVerbs).or(List.of()) + " for "
                        + rule.map(PolicyRule::getResources).or(List.of()),
                why,
                "write the verbs and resources that are used, and resourceNames for Secrets");
    }
}
