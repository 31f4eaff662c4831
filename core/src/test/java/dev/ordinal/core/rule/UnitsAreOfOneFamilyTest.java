package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsAreOfOneFamilyTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - {name: db, resources: {requests: {memory: 4Gi}, limits: {memory: 4Gi}}}
              volumeClaimTemplates:
                - {metadata: {name: data}, spec: {resources: {requests: {storage: 20G}}}}
            """;

    private final Rule rule = new UnitsAreOfOneFamily();

    @Test
    void one_disk_in_another_family_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.volumeClaimTemplates[0].spec.resources.requests.storage
                                 found  "20G", where the set writes other amounts in units such as Gi
                                 why    that is less than 20Gi, which is easily read for it
                                 fix    write 20Gi, or all amounts in decimal units
                                 rule   UnitsAreOfOneFamily""");
    }

    @Test
    void one_family_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("20G", "20Gi"))).isEmpty();
    }

    @Test
    void the_other_family_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("4Gi", "4G"))).isEmpty();
    }
}
