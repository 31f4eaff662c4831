package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallClaimsNameTheirClassTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: mysql}
            spec:
              template: {}
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {resources: {requests: {storage: 1Gi}}}
            """;

    private final Rule rule = new SmallClaimsNameTheirClass();

    @Test
    void a_small_claim_without_a_class_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet mysql  spec.volumeClaimTemplates[0].spec.storageClassName
                                 found  nothing, for 1Gi
                                 why    whether this small volume can ever grow is left to the cluster's default class, and where
                                        there is none the pod stays Pending
                                 fix    set storageClassName to a class with allowVolumeExpansion: true, or request 5Gi or more
                                 rule   SmallClaimsNameTheirClass""");
    }

    @Test
    void a_class_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("spec: {resources", "spec: {storageClassName: fast-ssd, resources")))
                .isEmpty();
    }

    @Test
    void a_large_claim_may_take_the_default() {
        assertThat(judge(rule, EXAMPLE.replace("1Gi", "5Gi"))).isEmpty();
    }

    @Test
    void what_is_no_size_is_left_to_the_server() {
        assertThat(judge(rule, EXAMPLE.replace("1Gi", "much"))).isEmpty();
    }
}
