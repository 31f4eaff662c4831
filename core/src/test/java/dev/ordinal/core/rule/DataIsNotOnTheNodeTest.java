package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DataIsNotOnTheNodeTest {
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
                  volumes:
                    - {name: data, hostPath: {path: /mnt/disks/1}}
            """;

    private final Rule rule = new DataIsNotOnTheNode();

    @Test
    void a_directory_of_the_node_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.volumes[0].hostPath.path
                                 found  "/mnt/disks/1"
                                 why    what is written there stays on the node: when the pod moves, the member comes back empty
                                 fix    use a claim template, or mount it with readOnly: true
                                 rule   DataIsNotOnTheNode""");
    }

    @Test
    void reading_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "mountPath: /var/lib/postgresql", "mountPath: /var/lib/postgresql, readOnly: true")))
                .isEmpty();
    }

    @Test
    void a_socket_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("/mnt/disks/1", "/mnt/agent.sock, type: Socket")))
                .isEmpty();
    }

    @Test
    void what_the_kernel_shows_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("/mnt/disks/1", "/sys/fs/cgroup")))
                .isEmpty();
    }

    @Test
    void what_the_kubelet_keeps_for_its_plugins_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("/mnt/disks/1", "/var/lib/kubelet/plugins")))
                .isEmpty();
    }
}
