package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VolumesDoNotShadowClaimsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  volumes:
                    - name: data
                      emptyDir: {}
              volumeClaimTemplates:
                - metadata: {name: data}
            """;

    private final Rule rule = new VolumesDoNotShadowClaims();

    @Test
    void a_volume_with_the_name_of_a_claim_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.volumes[0].name
                                 found  "data"
                                 why    a claim template has that name, and the controller puts its claim in the place of this volume
                                 fix    remove this volume, or give it another name
                                 rule   VolumesDoNotShadowClaims""");
    }

    @Test
    void a_volume_with_a_name_of_its_own_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("- name: data", "- name: scratch")))
                .isEmpty();
    }
}
