package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariablesAreSetOnceTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      env: [{name: TZ, value: UTC}, {name: PGDATA, value: /data}, {name: TZ, value: Europe/Berlin}]
            """;

    private final Rule rule = new VariablesAreSetOnce();

    @Test
    void a_variable_set_twice_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].env[0].name
                                 found  "TZ"
                                 why    the variable is set again further down, so this value never takes effect
                                 fix    remove one of the two
                                 rule   VariablesAreSetOnce""");
    }

    @Test
    void each_once_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("name: TZ, value: UTC", "name: LANG, value: C")))
                .isEmpty();
    }
}
