package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsHaveTheirUnitsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      resources: {requests: {memory: 512Mi}, limits: {memory: 512m}}
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {resources: {requests: {storage: 20Gi}}}
            """;

    private final Rule rule = new AmountsHaveTheirUnits();

    @Test
    void the_unit_of_cpu_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].resources.limits.memory
                                 found  "512m"
                                 why    that is 0.512 bytes, and no container can live within that
                                 fix    write the unit that is meant, such as 512Mi or 512Gi
                                 rule   AmountsHaveTheirUnits""");
    }

    @Test
    void a_request_without_a_unit_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("512m", "1Gi").replace("512Mi", "\"512\"")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].resources.requests.memory
                                 found  "512"
                                 why    that is 512 bytes, and the scheduler takes the pod for one that needs next to nothing
                                 fix    write the unit that is meant, such as 512Mi or 512Gi
                                 rule   AmountsHaveTheirUnits""");
    }

    @Test
    void a_disk_without_a_unit_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("512m", "1Gi").replace("20Gi", "\"20\"")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.volumeClaimTemplates[0].spec.resources.requests.storage
                                 found  "20"
                                 why    that is 20 bytes, and the claim gets the smallest disk that its class has
                                 fix    write the unit that is meant, such as 20Mi or 20Gi
                                 rule   AmountsHaveTheirUnits""");
    }

    @Test
    void whole_amounts_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("512m", "1Gi"))).isEmpty();
    }

    @Test
    void nothing_is_an_amount_of_its_own() {
        assertThat(judge(rule, EXAMPLE.replace("512m", "\"0\""))).isEmpty();
    }
}
