package dev.ordinal.core.admission;

import java.util.List;

/** Role, RoleBinding and their cluster-wide forms, rbac.authorization.k8s.io/v1. */
final class Rbac {
    private static final String GROUP = "rbac.authorization.k8s.io";

    private Rbac() {}

    static void role(Node role, boolean clusterWide) {
        Metadata.check(role, Names.PATH_SEGMENT);
        for (Node rule : role.each("rules")) {
            rule(rule, clusterWide);
        }
        if (clusterWide) {
            aggregation(role.field("aggregationRule"));
        }
    }

    private static void rule(Node rule, boolean clusterWide) {
        rule.field("verbs").required("verbs: [get]");
        Node urls = rule.field("nonResourceURLs");
        if (urls.isEmpty()) {
            rule.field("apiGroups").required("apiGroups: [\"\"]");
            rule.field("resources").required("resources: [pods]");
            return;
        }
        if (!clusterWide) {
            urls.invalid(Statement.FIELD_IS_ALLOWED_HERE, "URLs belong to no namespace", "write a ClusterRole");
        }
        if (List.of("apiGroups", "resources", "resourceNames").stream()
                .anyMatch(field -> !rule.field(field).isEmpty())) {
            urls.invalid(Statement.FIELDS_FIT_TOGETHER, "a rule is about resources or about URLs", "write two rules");
        }
    }

    private static void aggregation(Node aggregation) {
        if (aggregation.isPresent()) {
            aggregation
                    .field("clusterRoleSelectors")
                    .required("clusterRoleSelectors: [{matchLabels: {role: my-role}}]");
        }
        for (Node selector : aggregation.each("clusterRoleSelectors")) {
            if (!Selectors.check(selector)) {
                selector.invalid(
                        Statement.SELECTOR_IS_WELL_FORMED,
                        "the server cannot use this selector",
                        "mend the part that another finding names");
            }
        }
    }

    static void binding(Node binding, boolean clusterWide) {
        Metadata.check(binding, Names.PATH_SEGMENT);
        Node role = binding.field("roleRef");
        role.field("apiGroup").given().oneOf(GROUP);
        if (clusterWide) {
            Containers.known(role.field("kind"), "ClusterRole");
        } else {
            Containers.known(role.field("kind"), "Role", "ClusterRole");
        }
        if (role.field("name").required("name: my-role")) {
            role.field("name").named(Names.PATH_SEGMENT);
        }
        for (Node subject : binding.each("subjects")) {
            subject(subject, clusterWide);
        }
    }

    private static void subject(Node subject, boolean clusterWide) {
        Node name = subject.field("name");
        Node group = subject.field("apiGroup");
        boolean named = name.required("name: my-account");
        switch (subject.field("kind").text()) {
            case "ServiceAccount" -> {
                if (named) {
                    name.named(Names.DNS_SUBDOMAIN);
                }
                if (!group.isEmpty()) {
                    group.oneOf("");
                }
                if (clusterWide) {
                    subject.field("namespace").required("namespace: my-namespace");
                }
            }
            case "User", "Group" -> group.given().oneOf(GROUP);
            default -> Containers.known(subject.field("kind"), "ServiceAccount", "User", "Group");
        }
    }
}
