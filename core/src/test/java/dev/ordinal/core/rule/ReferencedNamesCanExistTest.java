package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

class ReferencedNamesCanExistTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: db
                      env: [{name: PASSWORD, valueFrom: {secretKeyRef: {name: orders_passwords, key: root}}}]
                  volumes:
                    - {name: certificate, secret: {secretName: orders-tls}}
            """;

    private final Rule rule = new ReferencedNamesCanExist();

    @Test
    void a_key_of_a_secret_that_cannot_exist_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name
                                 found  "orders_passwords"
                                 why    no Secret can have this name, so the pods wait for it for ever
                                 fix    write the name of a Secret: up to 253 lower-case letters, digits, dashes and dots, each part
                                        between dots with a letter or digit at both ends
                                 rule   ReferencedNamesCanExist""");
    }

    @Test
    void volumes_claims_sources_and_registry_credentials_are_looked_at() {
        assertThat(judge(
                                rule,
                                """
                                kind: StatefulSet
                                metadata: {name: orders-db}
                                spec:
                                  template:
                                    spec:
                                      imagePullSecrets: [{name: Registry}]
                                      containers:
                                        - name: db
                                          envFrom: [{configMapRef: {name: a b}}, {secretRef: {name: -a}}]
                                      volumes:
                                        - {name: a, secret: {secretName: A b, items: [{key: tls.crt, path: tls.crt}]}}
                                        - {name: b, configMap: {name: a..b}}
                                        - {name: c, persistentVolumeClaim: {claimName: a_b}}
                                        - {name: d, projected: {sources: [{secret: {name: a/b}}]}}
                                """)
                        .lines()
                        .filter(line -> line.startsWith("ERROR")))
                .containsExactly(
                        "ERROR    StatefulSet orders-db  spec.template.spec.containers[0].envFrom[0].configMapRef.name",
                        "ERROR    StatefulSet orders-db  spec.template.spec.containers[0].envFrom[1].secretRef.name",
                        "ERROR    StatefulSet orders-db  spec.template.spec.imagePullSecrets[0].name",
                        "ERROR    StatefulSet orders-db  spec.template.spec.volumes[0].secret.secretName",
                        "ERROR    StatefulSet orders-db  spec.template.spec.volumes[1].configMap.name",
                        "ERROR    StatefulSet orders-db  spec.template.spec.volumes[2].persistentVolumeClaim.claimName",
                        "ERROR    StatefulSet orders-db  spec.template.spec.volumes[3].projected.sources[0].secret.name");
    }

    @Test
    void names_that_can_exist_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("orders_passwords", "orders.passwords-1")))
                .isEmpty();
    }

    /** Of the object itself the API server says it. */
    @Test
    void objects_of_the_manifest_are_accepted() {
        assertThat(judge(rule, EXAMPLE + "---\nkind: Secret\nmetadata: {name: orders_passwords}\n"))
                .isEmpty();
    }

    @Test
    void what_pods_start_without_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("key: root", "key: root, optional: true")))
                .isEmpty();
    }

    @Test
    void a_certificate_by_nobody_is_refused() {
        String certificate =
                """
                apiVersion: cert-manager.io/v1
                kind: Certificate
                metadata: {name: orders-tls}
                spec:
                  secretName: orders-tls
                  issuerRef: {kind: ClusterIssuer, name: ""}
                """;
        assertThat(Manifest.parse(certificate).report().diagnostics())
                .singleElement()
                .hasToString(
                        """
                        ERROR    Certificate orders-tls  spec.issuerRef.name
                                 at     <text>:6:36
                                 found  nothing
                                 why    no ClusterIssuer can have this name, so the Secret is never made and pods wait for it for ever
                                 fix    write the name of a ClusterIssuer: up to 253 lower-case letters, digits, dashes and dots, each
                                        part between dots with a letter or digit at both ends
                                 rule   ReferencedNamesCanExist""");
        assertThat(Manifest.parse(certificate.replace("\"\"", "ca")).report().diagnostics())
                .isEmpty();
    }
}
