package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountPathsAreAbsoluteTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - {name: db, volumeMounts: [{name: data, mountPath: var/lib/db}]}
            """;

    private final Rule rule = new MountPathsAreAbsolute();

    @Test
    void a_relative_path_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts[0].mountPath
                                 found  "var/lib/db"
                                 why    the runtime refuses the container, or mounts the volume where nobody looks for it
                                 fix    write "/var/lib/db"
                                 rule   MountPathsAreAbsolute""");
    }

    @Test
    void an_absolute_path_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("var/lib/db", "/var/lib/db"))).isEmpty();
    }

    @Test
    void a_path_of_windows_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("var/lib/db", "'C:\\\\data'"))).isEmpty();
    }
}
