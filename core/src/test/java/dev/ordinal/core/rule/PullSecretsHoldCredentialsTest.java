package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PullSecretsHoldCredentialsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  imagePullSecrets: [{name: registry}]
            ---
            kind: Secret
            metadata: {name: registry}
            type: Opaque
            """;

    private final Rule rule = new PullSecretsHoldCredentials();

    @Test
    void a_secret_of_another_type_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.imagePullSecrets[0].name
                                 found  "registry"
                                 why    Secret registry is of another type, so the kubelet passes over it and pulls without
                                        credentials
                                 fix    give the Secret type: kubernetes.io/dockerconfigjson and a key .dockerconfigjson
                                 rule   PullSecretsHoldCredentials""");
    }

    @Test
    void credentials_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("Opaque", "kubernetes.io/dockerconfigjson")))
                .isEmpty();
    }

    @Test
    void a_secret_that_exists_beforehand_is_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("metadata: {name: registry}", "metadata: {name: other}")))
                .isEmpty();
    }
}
