package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RolesAreNarrowTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template: {spec: {serviceAccountName: orders-db}}
              volumeClaimTemplates: [{metadata: {name: data}}]
            ---
            kind: RoleBinding
            metadata: {name: orders-db}
            roleRef: {kind: Role, name: orders-db}
            subjects: [{kind: ServiceAccount, name: orders-db, namespace: default}]
            ---
            kind: Role
            metadata: {name: orders-db}
            rules:
              - {apiGroups: [""], resources: [secrets], verbs: [get, list]}
            """;

    private final Rule rule = new RolesAreNarrow();

    @Test
    void reading_all_secrets_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  Role orders-db  rules[0]
                                 found  verbs [get, list] for [secrets]
                                 why    whoever takes over the pod reads every Secret of the namespace
                                 fix    write the verbs and resources that are used, and resourceNames for Secrets
                                 rule   RolesAreNarrow""");
    }

    @Test
    void a_wildcard_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("[secrets], verbs: [get, list]", "[configmaps], verbs: [\"*\"]")))
                .isEqualTo(
                        """
                        WARNING  Role orders-db  rules[0]
                                 found  verbs [*] for [configmaps]
                                 why    it allows all that there is, and all that will be
                                 fix    write the verbs and resources that are used, and resourceNames for Secrets
                                 rule   RolesAreNarrow""");
    }

    @Test
    void making_pods_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("[secrets], verbs: [get, list]", "[pods/exec], verbs: [create]")))
                .isEqualTo(
                        """
                        WARNING  Role orders-db  rules[0]
                                 found  verbs [create] for [pods/exec]
                                 why    whoever takes over the pod runs what it likes in the namespace, as any of its accounts
                                 fix    write the verbs and resources that are used, and resourceNames for Secrets
                                 rule   RolesAreNarrow""");
    }

    @Test
    void one_secret_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("verbs: [get, list]", "verbs: [get], resourceNames: [orders-db]")))
                .isEmpty();
    }

    @Test
    void finding_members_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("[secrets]", "[pods, endpoints]")))
                .isEmpty();
    }

    @Test
    void a_cluster_role_is_judged_too() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("kind: Role\nmeta", "kind: ClusterRole\nmeta")
                                .replace("kind: RoleBinding", "kind: ClusterRoleBinding")
                                .replace("{kind: Role,", "{kind: ClusterRole,")))
                .isEqualTo(
                        """
                        WARNING  ClusterRole orders-db  rules[0]
                                 found  verbs [get, list] for [secrets]
                                 why    whoever takes over the pod reads every Secret of the namespace
                                 fix    write the verbs and resources that are used, and resourceNames for Secrets
                                 rule   RolesAreNarrow""");
    }

    @Test
    void a_role_of_others_is_not_judged() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("name: orders-db, namespace: default}", "name: operator, namespace: default}")))
                .isEmpty();
    }

    @Test
    void a_set_without_data_is_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("  volumeClaimTemplates: [{metadata: {name: data}}]\n", "")))
                .isEmpty();
    }
}
