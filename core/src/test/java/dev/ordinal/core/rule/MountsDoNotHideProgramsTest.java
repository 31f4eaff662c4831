package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountsDoNotHideProgramsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      volumeMounts: [{name: tools, mountPath: /usr/bin/}]
            """;

    private final Rule rule = new MountsDoNotHidePrograms();

    @Test
    void a_mount_over_programs_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts[0].mountPath
                                 found  "/usr/bin/"
                                 why    the volume hides what the image has there, and the container finds neither its programs nor
                                        their settings
                                 fix    mount it at a directory of its own, or one file of it with subPath
                                 rule   MountsDoNotHidePrograms""");
    }

    @Test
    void a_mount_over_everything_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("/usr/bin/", "/")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts[0].mountPath
                                 found  "/"
                                 why    the volume hides what the image has there, and the container finds neither its programs nor
                                        their settings
                                 fix    mount it at a directory of its own, or one file of it with subPath
                                 rule   MountsDoNotHidePrograms""");
    }

    @Test
    void a_single_file_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("mountPath: /usr/bin/", "mountPath: /etc, subPath: hosts")))
                .isEmpty();
    }

    @Test
    void a_directory_of_its_own_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("/usr/bin/", "/usr/share/tools")))
                .isEmpty();
    }
}
