package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EphemeralClaimsDoNotCollideTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  volumes:
                    - {name: scratch, ephemeral: {}}
            ---
            kind: PersistentVolumeClaim
            metadata: {name: orders-db-0-scratch}
            """;

    private final Rule rule = new EphemeralClaimsDoNotCollide();

    @Test
    void a_claim_of_that_name_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.volumes[0].name
                                 found  "scratch"
                                 why    its claim would be orders-db-0-scratch, which another one in this manifest is called; the pod
                                        waits until that is gone
                                 fix    give the volume another name
                                 rule   EphemeralClaimsDoNotCollide""");
    }

    @Test
    void another_name_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("orders-db-0-scratch", "scratch-orders-db-0")))
                .isEmpty();
    }

    @Test
    void a_volume_that_is_not_ephemeral_makes_no_claim() {
        assertThat(judge(rule, EXAMPLE.replace("ephemeral: {}", "emptyDir: {}")))
                .isEmpty();
    }
}
