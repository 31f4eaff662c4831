package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A role allows what its pods need, and no more. */
final class RolesAreNarrow implements Rule {
    @Override
    public String about() {
        return """
                A Role or ClusterRole has no wildcard among its verbs and resources, does not read all Secrets, and does not
                create pods or commands in them. What finds members or elects a leader needs none of it, and whoever takes over
                such a pod owns the namespace. Secrets that are named one by one are accepted.""";
    }

    private static final Set<String> READING = Set.of("get", "list", "watch");

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Stream.concat(
                        graph.all(Role.class).flatMap(role -> role.each("rules", Role::getRules)),
                        graph.all(ClusterRole.class).flatMap(role -> role.each("rules", ClusterRole::getRules)))
                .flatMap(this::check);
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
