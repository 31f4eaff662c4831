package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final String SET = PlanTest.SET
            .replace("replicas: 2", "replicas: 3\n  minReadySeconds: 5")
            .replace("      containers:", "      terminationGracePeriodSeconds: 60\n      containers:")
            .replace(
                    "image: db:1\n",
                    """
                    image: db:1
                              startupProbe: {exec: {command: [up]}, periodSeconds: 2, failureThreshold: 30}
                              readinessProbe: {exec: {command: [up]}, periodSeconds: 5, timeoutSeconds: 4}
                    """);

    private static Rehearsal rehearsal(String from, String to) {
        return Change.between(Manifest.parse(SET), Manifest.parse(SET.replace(from, to)))
                .rehearsals()
                .get(0);
    }

    @Test
    void a_roll_out_is_told_pod_by_pod_with_its_figures() {
        assertThat(rehearsal("db:1", "db:2"))
                .hasToString(
                        """
                        StatefulSet shop/db: at least 2 of 3 ready, a majority is 2, at most 405 s
                            db-0            db-1            db-2
                         1  r1 Ready        r1 Ready        r1 Terminating  2 ready
                         2  r1 Ready        r1 Ready        r2 Pending      2 ready
                         3  r1 Ready        r1 Ready        r2 Ready        3 ready
                         4  r1 Ready        r1 Terminating  r2 Ready        2 ready
                         5  r1 Ready        r2 Pending      r2 Ready        2 ready
                         6  r1 Ready        r2 Ready        r2 Ready        3 ready
                         7  r1 Terminating  r2 Ready        r2 Ready        2 ready
                         8  r2 Pending      r2 Ready        r2 Ready        2 ready
                         9  r2 Ready        r2 Ready        r2 Ready        3 ready
                        10  r2 Ready        r2 Ready        r2 Ready        3 ready
                        r1 = db:1
                        r2 = db:2
                        """);
    }

    /** 60 s of grace, 2 s × 30 + 1 s to start, 5 s + 4 s to be ready, and 5 s to count, three times. */
    @Test
    void the_longest_time_is_made_of_grace_probes_and_the_wait_after() {
        assertThat(rehearsal("db:1", "db:2").longest()).hasSeconds(3 * (60 + 61 + 9 + 5));
        assertThat(rehearsal("replicas: 3", "replicas: 4").longest()).hasSeconds(61 + 9 + 5);
        assertThat(rehearsal("replicas: 3", "replicas: 2").longest()).hasSeconds(60);
    }

    @Test
    void a_pod_that_never_gets_ready_stops_the_others() {
        Rehearsal change = rehearsal("db:1", "db:2");
        var broken = change.rollout().neverReady("db-1").image("db:3");

        assertThat(broken.timeline())
                .isEqualTo(
                        """
                           db-0      db-1            db-2
                        1  r2 Ready  r2 Ready        r2 Terminating  2 ready
                        2  r2 Ready  r2 Ready        r3 Pending      2 ready
                        3  r2 Ready  r2 Ready        r3 Ready        3 ready
                        4  r2 Ready  r2 Terminating  r3 Ready        2 ready
                        5  r2 Ready  r3 Pending      r3 Ready        2 ready
                        6  r2 Ready  r3 Running      r3 Ready        2 ready
                        r2 = db:2
                        r3 = db:3
                        """);
    }

    @Test
    void what_is_created_anew_takes_over_the_pods() {
        assertThat(rehearsal("10Gi", "20Gi").rollout().timeline())
                .isEqualTo(
                        """
                           db-0      db-1      db-2
                        1  r1 Ready  r1 Ready  r1 Ready  3 ready
                        r1 = db:1
                        """);
    }
}
