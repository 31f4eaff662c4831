package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountsFitVolumeModeTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {volumeMode: Block}
            """;

    private final Rule rule = new MountsFitVolumeMode();

    @Test
    void a_block_claim_that_is_mounted_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts[0].name
                                 found  "data"
                                 why    the claim template of that name asks for a raw block device, so the kubelet cannot set the
                                        volume up and the pod never starts
                                 fix    use it through volumeDevices with a devicePath, or change the claim template's volumeMode
                                 rule   MountsFitVolumeMode""");
    }

    @Test
    void a_file_system_that_is_used_as_a_device_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                        "volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]",
                                        "volumeDevices: [{name: data, devicePath: /dev/data}]")
                                .replace("Block", "Filesystem")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeDevices[0].name
                                 found  "data"
                                 why    the claim template of that name asks for a file system, so the kubelet cannot set the volume
                                        up and the pod never starts
                                 fix    use it through volumeMounts with a mountPath, or change the claim template's volumeMode
                                 rule   MountsFitVolumeMode""");
    }

    @Test
    void a_block_claim_is_accepted_as_a_device() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]",
                                "volumeDevices: [{name: data, devicePath: /dev/data}]")))
                .isEmpty();
    }

    @Test
    void a_mode_that_is_left_out_means_files() {
        assertThat(judge(rule, EXAMPLE.replace("volumeMode: Block", ""))).isEmpty();
    }
}
