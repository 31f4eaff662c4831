package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VolumesAreMountedOnceTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      volumeMounts: [{name: data, mountPath: /var/lib}, {name: data, mountPath: /var/lib/postgresql}]
            """;

    private final Rule rule = new VolumesAreMountedOnce();

    @Test
    void a_volume_inside_itself_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts[1].mountPath
                                 found  "/var/lib/postgresql"
                                 why    the volume "data" is mounted at /var/lib too, so the same files are there twice, one inside
                                        the other
                                 fix    remove one of the two mounts, or mount a part of the volume with subPath
                                 rule   VolumesAreMountedOnce""");
    }

    @Test
    void parts_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("mountPath: /var/lib}", "mountPath: /var/lib, subPath: lib}")))
                .isEmpty();
    }

    @Test
    void another_volume_inside_is_accepted() {
        assertThat(judge(
                        rule, EXAMPLE.replace("{name: data, mountPath: /var/lib}", "{name: lib, mountPath: /var/lib}")))
                .isEmpty();
    }

    @Test
    void two_places_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("mountPath: /var/lib}", "mountPath: /backup}")))
                .isEmpty();
    }
}
