package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimsAreNotSharedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              template:
                spec:
                  volumes:
                    - {name: data, persistentVolumeClaim: {claimName: orders-data}}
            ---
            kind: PersistentVolumeClaim
            metadata: {name: orders-data}
            spec: {accessModes: [ReadWriteOnce]}
            """;

    private final Rule rule = new ClaimsAreNotShared();

    @Test
    void a_claim_for_one_node_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.volumes[0].persistentVolumeClaim.claimName
                                 found  "orders-data"
                                 why    all 3 members mount this one claim, which one node at a time may mount: those on other nodes
                                        never start
                                 fix    make it a claim template, so that each member has its own
                                 rule   ClaimsAreNotShared""");
    }

    @Test
    void a_claim_of_elsewhere_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("metadata: {name: orders-data}", "metadata: {name: other-data}")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.volumes[0].persistentVolumeClaim.claimName
                                 found  "orders-data"
                                 why    all 3 members mount this one claim; unless many nodes may mount it, most of them never start
                                 fix    make it a claim template, so that each member has its own
                                 rule   ClaimsAreNotShared""");
    }

    @Test
    void a_claim_for_many_nodes_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("ReadWriteOnce", "ReadWriteMany")))
                .isEmpty();
    }

    @Test
    void a_volume_to_read_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("claimName: orders-data", "claimName: orders-data, readOnly: true")))
                .isEmpty();
    }

    @Test
    void a_claim_template_of_the_name_takes_its_place() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "  template:", "  volumeClaimTemplates: [{metadata: {name: data}}]\n  template:")))
                .isEmpty();
    }

    @Test
    void a_single_member_has_it_for_itself() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }
}
