package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountsResolveTest {
    static final String EXAMPLE =
            """
            kind: Deployment
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      volumeMounts: [{name: date, mountPath: /var/lib/postgresql}]
                  volumes: [{name: data, emptyDir: {}}]
            """;

    private final Rule rule = new MountsResolve();

    @Test
    void a_mount_of_nothing_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    Deployment orders-db  spec.template.spec.containers[0].volumeMounts[0].name
                                 found  "date"
                                 why    the API server refuses it: the pod has no volume of that name
                                 fix    use "data", or add a volume of that name
                                 rule   MountsResolve""");
    }

    @Test
    void a_device_of_nothing_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "volumeMounts: [{name: date, mountPath: /var/lib/postgresql}]",
                                "volumeDevices: [{name: date, devicePath: /dev/data}]")))
                .isEqualTo(
                        """
                        ERROR    Deployment orders-db  spec.template.spec.containers[0].volumeDevices[0].name
                                 found  "date"
                                 why    the API server refuses it: the pod has no volume of that name
                                 fix    use "data", or add a volume of that name
                                 rule   MountsResolve""");
    }

    @Test
    void a_pod_without_volumes_is_told_to_add_one() {
        assertThat(judge(rule, EXAMPLE.replace("      volumes: [{name: data, emptyDir: {}}]\n", "")))
                .isEqualTo(
                        """
                        ERROR    Deployment orders-db  spec.template.spec.containers[0].volumeMounts[0].name
                                 found  "date"
                                 why    the API server refuses it: the pod has no volume of that name
                                 fix    add a volume of that name
                                 rule   MountsResolve""");
    }

    @Test
    void a_volume_is_found() {
        assertThat(judge(rule, EXAMPLE.replace("name: date", "name: data"))).isEmpty();
    }

    @Test
    void a_stateful_set_is_left_to_the_server() {
        assertThat(judge(rule, EXAMPLE.replace("Deployment", "StatefulSet"))).isEmpty();
    }
}
