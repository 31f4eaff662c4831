package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogVolumesAreLimitedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - {name: db, volumeMounts: [{name: logs, mountPath: /var/log/db}]}
                  volumes:
                    - {name: logs, emptyDir: {}}
            """;

    private final Rule rule = new LogVolumesAreLimited();

    @Test
    void a_directory_for_logs_without_a_limit_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.volumes[0].emptyDir.sizeLimit
                                 found  nothing, for logs in /var/log/db
                                 why    logs that nobody clears away fill the disk of the node, and the kubelet evicts pods from it
                                 fix    set sizeLimit, such as 1Gi, or write the logs to standard output
                                 rule   LogVolumesAreLimited""");
    }

    @Test
    void a_limit_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("emptyDir: {}", "emptyDir: {sizeLimit: 1Gi}")))
                .isEmpty();
    }

    @Test
    void a_limit_of_the_container_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("{name: db,", "{name: db, resources: {limits: {ephemeral-storage: 2Gi}},")))
                .isEmpty();
    }

    @Test
    void other_directories_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("/var/log/db", "/var/catalog"))).isEmpty();
    }

    @Test
    void memory_is_another_rule() {
        assertThat(judge(rule, EXAMPLE.replace("emptyDir: {}", "emptyDir: {medium: Memory}")))
                .isEmpty();
    }
}
