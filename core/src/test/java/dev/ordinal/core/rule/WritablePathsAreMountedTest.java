package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WritablePathsAreMountedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      image: postgres:18.1
                      securityContext: {readOnlyRootFilesystem: true}
            """;

    private final Rule rule = new WritablePathsAreMounted();

    @Test
    void a_socket_without_a_place_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem
                                 found  true, and nothing mounted at /var/run/postgresql
                                 why    postgres makes its socket there, cannot, and stops
                                 fix    mount an emptyDir at /var/run/postgresql
                                 rule   WritablePathsAreMounted""");
    }

    @Test
    void a_mount_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "          sec",
                                "          volumeMounts: [{name: run, mountPath: /run/postgresql}]\n          sec")))
                .isEmpty();
    }

    @Test
    void a_setting_may_move_it() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "          sec", "          args: [-c, unix_socket_directories=/data]\n          sec")))
                .isEmpty();
    }

    @Test
    void a_writable_image_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("true", "false"))).isEmpty();
    }
}
