package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NonRootIsNotUserZeroTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 1000}
                  containers:
                    - name: postgres
                      securityContext: {runAsUser: 0}
            """;

    private final Rule rule = new NonRootIsNotUserZero();

    @Test
    void root_against_the_pods_word_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].securityContext.runAsUser
                                 found  0
                                 why    runAsNonRoot is true for a container with this user, so the kubelet does not start it
                                 fix    write the number of the image's own user, or remove runAsUser
                                 rule   NonRootIsNotUserZero""");
    }

    @Test
    void the_pods_own_user_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("runAsUser: 1000", "runAsUser: 0")
                                .replace("          securityContext: {runAsUser: 0}\n", "")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.securityContext.runAsUser
                                 found  0
                                 why    runAsNonRoot is true for a container with this user, so the kubelet does not start it
                                 fix    write the number of the image's own user, or remove runAsUser
                                 rule   NonRootIsNotUserZero""");
    }

    @Test
    void a_container_may_be_let_off() {
        assertThat(judge(rule, EXAMPLE.replace("runAsUser: 0", "runAsUser: 0, runAsNonRoot: false")))
                .isEmpty();
    }

    @Test
    void another_user_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("runAsUser: 0", "runAsUser: 999")))
                .isEmpty();
    }
}
