package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VolumesAreWritableTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  securityContext: {runAsUser: 999}
                  containers:
                    - name: postgres
                      volumeMounts: [{name: data, mountPath: /data}]
              volumeClaimTemplates: [{metadata: {name: data}}]
            """;

    private final Rule rule = new VolumesAreWritable();

    @Test
    void a_user_without_a_group_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.securityContext.fsGroup
                                 found  nothing, for a user who is not root
                                 why    a new disk belongs to root, so on most of them the process may not write, and the first start
                                        fails
                                 fix    set fsGroup to the group of the image's user, and fsGroupChangePolicy: OnRootMismatch
                                 rule   VolumesAreWritable""");
    }

    @Test
    void a_group_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("runAsUser: 999", "runAsUser: 999, fsGroup: 999")))
                .isEmpty();
    }

    @Test
    void an_init_container_of_root_may_change_the_owner() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "      containers",
                                        "      initContainers: [{name: own, securityContext: {runAsUser: 0}}]\n      containers")))
                .isEmpty();
    }

    @Test
    void root_writes_everywhere() {
        assertThat(judge(rule, EXAMPLE.replace("runAsUser: 999", "runAsNonRoot: false")))
                .isEmpty();
    }

    @Test
    void a_set_without_claims_has_no_new_disk() {
        assertThat(judge(rule, EXAMPLE.replace("  volumeClaimTemplates: [{metadata: {name: data}}]\n", "")))
                .isEmpty();
    }
}
