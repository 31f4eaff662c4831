package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeVolumesKeepTheirOwnerTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  securityContext: {fsGroup: 999}
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {resources: {requests: {storage: 500Gi}}}
            """;

    private final Rule rule = new LargeVolumesKeepTheirOwner();

    @Test
    void a_large_volume_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.securityContext.fsGroupChangePolicy
                                 found  nothing
                                 why    the kubelet changes the owner of every file on the volume at each start of a pod, and the
                                        member is away meanwhile
                                 fix    set fsGroupChangePolicy: OnRootMismatch
                                 rule   LargeVolumesKeepTheirOwner""");
    }

    @Test
    void the_default_written_out_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("fsGroup: 999", "fsGroup: 999, fsGroupChangePolicy: Always")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.securityContext.fsGroupChangePolicy
                                 found  "Always"
                                 why    the kubelet changes the owner of every file on the volume at each start of a pod, and the
                                        member is away meanwhile
                                 fix    set fsGroupChangePolicy: OnRootMismatch
                                 rule   LargeVolumesKeepTheirOwner""");
    }

    @Test
    void a_change_when_needed_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("fsGroup: 999", "fsGroup: 999, fsGroupChangePolicy: OnRootMismatch")))
                .isEmpty();
    }

    @Test
    void a_small_volume_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("500Gi", "50Gi"))).isEmpty();
    }

    @Test
    void no_group_changes_no_owner() {
        assertThat(judge(rule, EXAMPLE.replace("fsGroup: 999", "runAsUser: 999")))
                .isEmpty();
    }
}
