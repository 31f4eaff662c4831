package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoPasswordInPlainTextTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      env: [{name: POSTGRES_PASSWORD, value: s3cret}]
            """;

    private final Rule rule = new NoPasswordInPlainText();

    @Test
    void a_password_in_a_variable_is_refused_and_not_repeated() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].env[0].value
                                 found  a literal value for "POSTGRES_PASSWORD"
                                 why    everybody who may read this object can read it, and so can every copy of the manifest
                                 fix    write in place of value, with a Secret that is made elsewhere: valueFrom: {secretKeyRef:
                                        {name: orders-db, key: POSTGRES_PASSWORD}}
                                 rule   NoPasswordInPlainText""");
    }

    @Test
    void a_password_in_an_argument_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "env: [{name: POSTGRES_PASSWORD, value: s3cret}]",
                                "args: [--user=root, --password=s3cret, --auth-token, s3cret]")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].args[1]
                                 found  a literal value for "--password"
                                 why    everybody who may read this object can read it, and so can every copy of the manifest
                                 fix    pass $(NAME) of a variable that comes from a Secret, or a file of one
                                 rule   NoPasswordInPlainText

                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].args[2]
                                 found  a literal value for "--auth-token"
                                 why    everybody who may read this object can read it, and so can every copy of the manifest
                                 fix    pass $(NAME) of a variable that comes from a Secret, or a file of one
                                 rule   NoPasswordInPlainText""");
    }

    @Test
    void a_password_in_a_config_map_is_refused() {
        assertThat(
                        judge(
                                rule,
                                """
                kind: ConfigMap
                metadata: {name: conf}
                data:
                  API_KEY: s3cret
                  redis.conf: |
                    port 6379
                    requirepass s3cret
                  app.properties: |
                    db.url=jdbc:postgresql://db/shop
                    db.password = s3cret
                """))
                .isEqualTo(
                        """
                        ERROR    ConfigMap conf  data[API_KEY]
                                 found  a literal value for "API_KEY"
                                 why    everybody who may read this object can read it, and so can every copy of the manifest
                                 fix    move it into a Secret, and mount that or include it from there
                                 rule   NoPasswordInPlainText

                        ERROR    ConfigMap conf  data[app.properties]
                                 found  a literal value for "db.password"
                                 why    everybody who may read this object can read it, and so can every copy of the manifest
                                 fix    move it into a Secret, and mount that or include it from there
                                 rule   NoPasswordInPlainText

                        ERROR    ConfigMap conf  data[redis.conf]
                                 found  a literal value for "requirepass"
                                 why    everybody who may read this object can read it, and so can every copy of the manifest
                                 fix    move it into a Secret, and mount that or include it from there
                                 rule   NoPasswordInPlainText""");
    }

    @Test
    void a_file_is_no_password() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "{name: POSTGRES_PASSWORD, value: s3cret}",
                                        "{name: POSTGRES_PASSWORD_FILE, value: /run/secrets/password}, {name: TLS_PASSWORD, value: /run/secrets/tls}")))
                .isEmpty();
    }

    @Test
    void a_reference_is_no_password() {
        assertThat(judge(
                        rule, EXAMPLE.replace("value: s3cret", "valueFrom: {secretKeyRef: {name: db, key: password}}")))
                .isEmpty();
    }

    @Test
    void a_placeholder_is_no_password() {
        assertThat(judge(rule, EXAMPLE.replace("value: s3cret", "value: '$(FROM_SECRET)'")))
                .isEmpty();
    }

    @Test
    void a_switch_is_no_password() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "POSTGRES_PASSWORD, value: s3cret", "MYSQL_RANDOM_ROOT_PASSWORD, value: 'yes'")))
                .isEmpty();
    }

    @Test
    void a_name_of_a_secret_is_no_secret() {
        assertThat(judge(rule, EXAMPLE.replace("POSTGRES_PASSWORD, value: s3cret", "TLS_SECRET, value: orders-tls")))
                .isEmpty();
    }

    @Test
    void harmless_settings_are_accepted() {
        assertThat(
                        judge(
                                rule,
                                """
                kind: ConfigMap
                metadata: {name: conf}
                data:
                  cassandra.yaml: |
                    initial_token: -9223372036854775808
                    num_tokens: 16
                  postgresql.conf: |
                    password_encryption = scram-sha-256
                  server.properties: |
                    ssl.keystore.password=${file:/run/secrets/tls:password}
                    ssl.truststore.password=
                  start.sh: |
                    password=changeme
                  pg_hba.conf: |
                    host all all 0.0.0.0/0 password
                """))
                .isEmpty();
    }

    @Test
    void the_name_of_a_secret_of_the_manifest_is_no_secret() {
        String secret =
                """
                ---
                kind: Secret
                metadata: {name: orders-webhook-cert}
                """;
        String named =
                EXAMPLE.replace("POSTGRES_PASSWORD, value: s3cret", "WEBHOOK_SECRET, value: orders-webhook-cert");

        assertThat(judge(rule, named)).isNotEmpty();
        assertThat(judge(rule, named + secret)).isEmpty();
        assertThat(judge(rule, EXAMPLE.replace("value: s3cret", "value: orders-webhook-cert") + secret))
                .isNotEmpty();
    }

    @Test
    void the_name_of_a_secret_that_is_mounted_is_no_secret() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("POSTGRES_PASSWORD, value: s3cret", "WEBHOOK_SECRET, value: orders-cert")
                                + "      volumes: [{name: cert, secret: {secretName: orders-cert}}]\n"))
                .isEmpty();
    }

    @Test
    void the_name_of_a_new_cluster_is_no_secret() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "env: [{name: POSTGRES_PASSWORD, value: s3cret}]",
                                        "env: [{name: ETCD_INITIAL_CLUSTER_TOKEN, value: orders}]\n          args: [--initial-cluster-token=orders]")))
                .isEmpty();
    }

    @Test
    void a_word_that_a_script_replaces_is_no_password() {
        String conf =
                """
                kind: ConfigMap
                metadata: {name: conf}
                data:
                  redis.conf: |
                    requirepass fill-me-in
                  init.sh: |
                    sed -i "s/fill-me-in/${AUTH}/" /conf/redis.conf
                """;

        assertThat(judge(rule, conf)).isEmpty();
        assertThat(judge(rule, conf.replace("requirepass fill-me-in", "requirepass s3cret")))
                .isNotEmpty();
    }
}
