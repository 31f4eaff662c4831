package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimsAreMountedTest {
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
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {volumeMode: Filesystem}
            """;

    private final Rule rule = new ClaimsAreMounted();

    @Test
    void a_claim_that_nobody_mounts_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.volumeClaimTemplates[0].metadata.name
                                 found  "data"
                                 why    no container mounts this claim: the volume stays empty, and what the application writes is
                                        lost with its pod
                                 fix    add a volumeMounts entry of that name at the application's data directory, or remove the
                                        template
                                 rule   ClaimsAreMounted""");
    }

    @Test
    void a_mounted_claim_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "image: postgres:18.1",
                                "volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]")))
                .isEmpty();
    }

    @Test
    void a_device_counts() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "image: postgres:18.1", "volumeDevices: [{name: data, devicePath: /dev/data}]")))
                .isEmpty();
    }

    @Test
    void a_mount_in_an_init_container_counts() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("containers:", "initContainers:")
                                .replace("image: postgres:18.1", "volumeMounts: [{name: data, mountPath: /seed}]")))
                .isEmpty();
    }
}
