package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigChangesReachPodsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      envFrom: [{configMapRef: {name: settings}}]
                      volumeMounts: [{name: files, mountPath: /etc/app}]
                  volumes: [{name: files, configMap: {name: files}}]
            ---
            kind: ConfigMap
            metadata: {name: settings}
            ---
            kind: ConfigMap
            metadata: {name: files}
            """;

    private final Rule rule = new ConfigChangesReachPods();

    @Test
    void variables_without_a_checksum_are_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].envFrom[0].configMapRef.name
                                 found  "settings"
                                 why    when ConfigMap settings changes, no pod is made anew: each member goes on with the old
                                        settings until it happens to restart
                                 fix    write a checksum of its data into an annotation of the pod template, such as checksum/config
                                 rule   ConfigChangesReachPods""");
    }

    @Test
    void a_file_by_sub_path_is_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("envFrom: [{configMapRef: {name: settings}}]", "env: []")
                                .replace("mountPath: /etc/app", "mountPath: /etc/app.conf, subPath: app.conf")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.volumes[0].configMap.name
                                 found  "files"
                                 why    when ConfigMap files changes, no pod is made anew: each member goes on with the old settings
                                        until it happens to restart
                                 fix    write a checksum of its data into an annotation of the pod template, such as checksum/config
                                 rule   ConfigChangesReachPods""");
    }

    @Test
    void a_checksum_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "  template:\n",
                                "  template:\n    metadata: {annotations: {checksum/config: 1a2b}}\n")))
                .isEmpty();
    }

    @Test
    void a_reloader_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "{name: orders-db}",
                                "{name: orders-db, annotations: {reloader.stakater.com/auto: \"true\"}}")))
                .isEmpty();
    }

    @Test
    void a_name_that_changes_with_the_content_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("configMapRef: {name: settings}", "configMapRef: {name: settings-5k9fdt7h2m}")
                                .replace("metadata: {name: settings}", "metadata: {name: settings-5k9fdt7h2m}")))
                .isEmpty();
    }

    @Test
    void what_cannot_change_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("metadata: {name: settings}", "metadata: {name: settings}\nimmutable: true")))
                .isEmpty();
    }

    @Test
    void a_map_that_exists_beforehand_is_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("metadata: {name: settings}", "metadata: {name: other}")))
                .isEmpty();
    }
}
