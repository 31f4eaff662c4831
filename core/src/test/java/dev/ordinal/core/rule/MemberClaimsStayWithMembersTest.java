package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberClaimsStayWithMembersTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template: {}
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {accessModes: [ReadWriteOnce]}
            ---
            kind: CronJob
            metadata: {name: backup}
            spec:
              jobTemplate:
                spec:
                  template:
                    spec:
                      volumes: [{name: data, persistentVolumeClaim: {claimName: data-orders-db-0}}]
            """;

    private final Rule rule = new MemberClaimsStayWithMembers();

    @Test
    void the_claim_of_a_member_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  CronJob backup  spec.jobTemplate.spec.template.spec.volumes[0].persistentVolumeClaim.claimName
                                 found  "data-orders-db-0"
                                 why    that is the disk of a member, and one node at a time may mount it: either this pod or the
                                        member waits while the other runs
                                 fix    read the data through the member, or from a snapshot of its volume
                                 rule   MemberClaimsStayWithMembers""");
    }

    @Test
    void a_pod_on_the_same_node_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "          volumes:", "          affinity: {podAffinity: {}}\n          volumes:")))
                .isEmpty();
    }

    @Test
    void a_pod_on_the_same_node_is_accepted_whatever_else_is_wrong_with_its_owner() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("metadata: {name: backup}", "metadata: {}")
                                .replace(
                                        "          volumes:",
                                        "          affinity: {podAffinity: {}}\n          volumes:")))
                .isEmpty();
    }

    @Test
    void a_claim_for_many_nodes_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("ReadWriteOnce", "ReadWriteMany")))
                .isEmpty();
    }

    @Test
    void a_claim_of_its_own_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("claimName: data-orders-db-0", "claimName: backup")))
                .isEmpty();
    }
}
