package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduledJobsDoNotOverlapTest {
    static final String EXAMPLE =
            """
            kind: CronJob
            metadata: {name: backup}
            spec:
              schedule: "0 3 * * *"
              jobTemplate:
                spec:
                  template:
                    spec:
                      volumes: [{name: backup, persistentVolumeClaim: {claimName: backup}}]
            """;

    private final Rule rule = new ScheduledJobsDoNotOverlap();

    @Test
    void runs_on_one_volume_are_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  CronJob backup  spec.concurrencyPolicy
                                 found  nothing
                                 why    a run begins although the one before it still writes to the same volume
                                 fix    set concurrencyPolicy: Forbid
                                 rule   ScheduledJobsDoNotOverlap""");
    }

    @Test
    void one_run_at_a_time_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("schedule:", "concurrencyPolicy: Forbid\n  schedule:")))
                .isEmpty();
    }

    @Test
    void a_volume_to_read_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("claimName: backup", "claimName: backup, readOnly: true")))
                .isEmpty();
    }

    @Test
    void runs_without_a_volume_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("persistentVolumeClaim: {claimName: backup}", "emptyDir: {}")))
                .isEmpty();
    }
}
