package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencedKeysExistTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      env:
                        - name: MODE
                          valueFrom: {configMapKeyRef: {name: conf, key: modus}}
            ---
            kind: ConfigMap
            metadata: {name: conf}
            data: {mode: primary, log: warn}
            """;

    private final Rule rule = new ReferencedKeysExist();

    @Test
    void a_key_that_is_not_there_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key
                                 found  "modus"
                                 why    ConfigMap conf is in this manifest but has no such key, so the pod cannot start
                                 fix    use "log" or "mode", or add the key to ConfigMap conf
                                 rule   ReferencedKeysExist""");
    }

    @Test
    void a_key_of_a_mounted_secret_is_refused() {
        assertThat(
                        judge(
                                rule,
                                """
                kind: StatefulSet
                metadata: {name: orders-db}
                spec:
                  template:
                    spec:
                      volumes:
                        - name: tls
                          projected: {sources: [{secret: {name: tls, items: [{key: tls.pem, path: a}]}}]}
                ---
                kind: Secret
                metadata: {name: tls}
                stringData: {tls.key: x}
                """))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.volumes[0].projected.sources[0].secret.items[0].key
                                 found  "tls.pem"
                                 why    Secret tls is in this manifest but has no such key, so the pod cannot start
                                 fix    use "tls.key", or add the key to Secret tls
                                 rule   ReferencedKeysExist""");
    }

    @Test
    void a_key_that_is_there_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("modus", "mode"))).isEmpty();
    }

    @Test
    void an_optional_key_may_be_missing() {
        assertThat(judge(rule, EXAMPLE.replace("key: modus", "key: modus, optional: true")))
                .isEmpty();
    }

    @Test
    void an_object_from_elsewhere_is_left_alone() {
        assertThat(judge(rule, EXAMPLE.replace("{name: conf}\ndata", "{name: other}\ndata")))
                .isEmpty();
    }

    @Test
    void an_object_that_is_filled_in_the_cluster_is_left_alone() {
        assertThat(judge(rule, EXAMPLE.replace("{mode: primary, log: warn}", "{}")))
                .isEmpty();
    }
}
