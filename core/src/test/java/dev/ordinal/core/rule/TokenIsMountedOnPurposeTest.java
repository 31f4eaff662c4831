package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenIsMountedOnPurposeTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec: {serviceAccountName: default}
            """;

    private final Rule rule = new TokenIsMountedOnPurpose();

    @Test
    void the_default_account_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.automountServiceAccountToken
                                 found  nothing
                                 why    each pod carries a credential for the API server, which is of use only after a break-in
                                 fix    set automountServiceAccountToken: false
                                 rule   TokenIsMountedOnPurpose""");
    }

    @Test
    void no_account_is_the_default_one() {
        assertThat(judge(rule, EXAMPLE.replace("serviceAccountName: default", "automountServiceAccountToken: true")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.automountServiceAccountToken
                                 found  true
                                 why    each pod carries a credential for the API server, which is of use only after a break-in
                                 fix    set automountServiceAccountToken: false
                                 rule   TokenIsMountedOnPurpose""");
    }

    @Test
    void no_token_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("serviceAccountName: default", "automountServiceAccountToken: false")))
                .isEmpty();
    }

    @Test
    void an_account_of_its_own_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("Name: default", "Name: orders-db")))
                .isEmpty();
    }

    @Test
    void an_account_that_gives_none_is_accepted() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "kind: StatefulSet",
                                        "kind: ServiceAccount\nmetadata: {name: default}\nautomountServiceAccountToken: false\n---\nkind: StatefulSet")))
                .isEmpty();
    }
}
