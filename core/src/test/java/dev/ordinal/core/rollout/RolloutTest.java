package dev.ordinal.core.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final String BARE = "updateStrategy: {type: RollingUpdate}\n";

    @Test
    void a_rolling_update_takes_one_pod_at_a_time_from_the_highest() {
        Rollout update = Rollout.of(Sets.with("replicas: 2")).image("v2");

        assertThat(update.timeline())
                .isEqualTo(
                        """
                   db-0            db-1
                1  r1 Ready        r1 Terminating  1 ready
                2  r1 Ready        r2 Pending      1 ready
                3  r1 Terminating  r2 Ready        1 ready
                4  r2 Pending      r2 Ready        1 ready
                5  r2 Ready        r2 Ready        2 ready
                r1 = v1
                r2 = v2
                """);
        assertThat(update.fewestReady()).isEqualTo(1);
    }

    @Test
    void a_member_that_never_gets_ready_holds_all_that_comes_after_it() {
        Rollout stuck = Rollout.of(Sets.with("replicas: 3")).neverReady("db-1").image("v2");

        assertThat(stuck.timeline())
                .isEqualTo(
                        """
                   db-0      db-1            db-2
                1  r1 Ready  r1 Ready        r1 Terminating  2 ready
                2  r1 Ready  r1 Ready        r2 Pending      2 ready
                3  r1 Ready  r1 Terminating  r2 Ready        2 ready
                4  r1 Ready  r2 Pending      r2 Ready        2 ready
                5  r1 Ready  r2 Running      r2 Ready        2 ready
                r1 = v1
                r2 = v2
                """);
    }

    @Test
    void a_pod_that_does_not_exist_is_a_dash() {
        assertThat(Rollout.of(Sets.with("replicas: 2\nordinals: {start: 9}")).timeline())
                .isEqualTo(
                        """
                   db-9        db-10
                1  r1 Pending  -           0 ready
                2  r1 Ready    r1 Pending  1 ready
                3  r1 Ready    r1 Ready    2 ready
                r1 = v1
                """);
    }

    @Test
    void a_rollback_does_not_free_a_stuck_rollout() {
        Rollout rolledBack =
                Rollout.of(Sets.with("replicas: 2")).image("broken").image("v1");

        assertThat(seen(rolledBack.end())).containsExactly("db-0=r1 Ready", "db-1=r2 Running");
        assertThat(seen(rolledBack.deletePod("db-1").end())).containsExactly("db-0=r1 Ready", "db-1=r1 Ready");
    }

    @Test
    void a_template_that_comes_back_is_its_old_revision() {
        Rollout back = Rollout.of(Sets.with("updateStrategy: {type: OnDelete}\nreplicas: 2"))
                .image("v2")
                .deletePod("db-1")
                .image("v1")
                .patch(Map.of("updateStrategy", Map.of("type", "RollingUpdate")));

        assertThat(back.steps()).hasSize(3);
        assertThat(seen(back.end())).containsExactly("db-0=r1 Ready", "db-1=r1 Ready");
    }

    @Test
    void below_the_partition_a_lost_pod_returns_on_the_last_completed_revision() {
        Rollout lost = Rollout.of(Sets.with("replicas: 3\nupdateStrategy: {rollingUpdate: {partition: 2}}"))
                .image("v2")
                .image("v3")
                .deletePod("db-1");

        assertThat(seen(lost.end())).containsExactly("db-0=r1 Ready", "db-1=r1 Ready", "db-2=r3 Ready");
    }

    @Test
    void with_a_partition_block_a_lost_pod_returns_on_the_new_revision() {
        Rollout lost = Rollout.of(Sets.with("replicas: 3")).image("broken").deletePod("db-0");

        assertThat(seen(lost.end())).containsExactly("db-0=r2 Running", "db-1=r1 Ready", "db-2=r2 Running");
    }

    @Test
    void with_the_bare_type_a_lost_pod_returns_on_the_old_revision() {
        Rollout lost =
                Rollout.of(Sets.with(BARE + "replicas: 3")).image("broken").deletePod("db-0");

        assertThat(seen(lost.end())).containsExactly("db-0=r1 Ready", "db-1=r1 Ready", "db-2=r2 Running");
    }

    @Test
    void two_unready_pods_that_are_not_wanted_block_each_other() {
        Rollout blocked = Rollout.of(Sets.with("replicas: 6"))
                .unreadyPod("db-4")
                .unreadyPod("db-5")
                .patch(Map.of("replicas", 3));

        assertThat(blocked.steps()).hasSize(1);
        assertThat(blocked.end().pods()).hasSize(6);
        assertThat(blocked.deletePod("db-5").end().pods()).hasSize(3);
    }

    @Test
    void raising_the_first_ordinal_makes_the_new_pods_before_the_old_ones_go() {
        Rollout moved = Rollout.of(Sets.with("replicas: 2")).patch(Map.of("ordinals", Map.of("start", 5)));

        assertThat(moved.steps())
                .extracting(step -> String.join(" ", step.pods().keySet()))
                .containsExactly(
                        "db-0 db-1 db-5", "db-0 db-1 db-5 db-6", "db-0 db-1 db-5 db-6", "db-0 db-5 db-6", "db-5 db-6");
        assertThat(moved.fewestReady()).isEqualTo(2);
    }

    @Test
    void with_min_ready_seconds_the_next_pod_waits_one_step_longer() {
        assertThat(Rollout.of(Sets.with("replicas: 2\nminReadySeconds: 10")).timeline())
                .isEqualTo(
                        """
                   db-0        db-1
                1  r1 Pending  -           0 ready
                2  r1 Ready    -           1 ready
                3  r1 Ready    r1 Pending  1 ready
                4  r1 Ready    r1 Ready    2 ready
                5  r1 Ready    r1 Ready    2 ready
                r1 = v1
                """);
    }

    @Test
    void claims_go_with_what_owns_them() {
        StatefulSet set = Sets.with("replicas: 2\npersistentVolumeClaimRetentionPolicy: {whenScaled: Delete}");
        Rollout scaled = Rollout.of(set).patch(Map.of("replicas", 1));

        assertThat(scaled.steps())
                .extracting(Step::claims)
                .containsExactly(List.of("data-db-0", "data-db-1"), List.of("data-db-0"));
        assertThat(scaled.deleteSet("Background").end().claims()).containsExactly("data-db-0");
    }

    @Test
    void a_changed_retention_policy_holds_for_claims_that_exist() {
        Rollout deleted = Rollout.of(Sets.with("replicas: 2"))
                .patch(Map.of("persistentVolumeClaimRetentionPolicy", Map.of("whenDeleted", "Delete")))
                .deleteSet("Foreground");

        assertThat(deleted.steps())
                .extracting(Step::claims)
                .containsExactly(List.of("data-db-0", "data-db-1"), List.of());
    }

    @Test
    void orphans_are_taken_over_by_a_set_that_is_created_again() {
        StatefulSet again = Sets.with("replicas: 3");
        again.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("v2");
        Rollout orphans = Rollout.of(Sets.with("replicas: 2")).deleteSet("Orphan");

        assertThat(seen(orphans.end())).containsExactly("db-0=r1 Ready", "db-1=r1 Ready");
        assertThat(orphans.failPod("db-0").steps()).hasSize(1);
        assertThat(seen(orphans.create(again).end()))
                .containsExactly("db-0=r2 Ready", "db-1=r2 Ready", "db-2=r2 Ready");
    }

    /** Kubernetes issue 141876: no pod can be given a volume, and the controller tries it for ever. */
    @Test
    void a_pod_without_the_volume_of_a_new_claim_template_holds_everything_up_until_it_is_deleted() {
        StatefulSet again = Sets.with("replicas: 3");
        again.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("v2");
        again.getSpec()
                .getVolumeClaimTemplates()
                .add(new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withName("wal")
                        .endMetadata()
                        .build());
        for (String management : List.of("OrderedReady", "Parallel")) {
            again.getSpec().setPodManagementPolicy(management);
            Rollout held =
                    Rollout.of(Sets.with("replicas: 2")).deleteSet("Orphan").create(again);

            assertThat(seen(held.end())).containsExactly("db-0=r1 Ready", "db-1=r1 Ready");
            assertThat(held.end().claims()).containsExactly("data-db-0", "data-db-1", "wal-db-0");
            assertThat(seen(held.deletePod("db-1").end())).containsExactly("db-0=r1 Ready");
            Rollout first = held.deletePod("db-0");
            assertThat(seen(first.end())).startsWith("db-0=r2 Ready", "db-1=r1 Ready");
            assertThat(seen(first.deletePod("db-1").end()))
                    .containsExactly("db-0=r2 Ready", "db-1=r2 Ready", "db-2=r2 Ready");
        }
    }

    @Test
    void what_the_server_would_refuse_changes_nothing() {
        Rollout created = Rollout.of(Sets.with("replicas: 2"));
        List<Step> asItWas = List.of(created.end());

        assertThat(created.patch(Map.of("podManagementPolicy", "Parallel", "replicas", 4))
                        .steps())
                .isEqualTo(asItWas);
        assertThat(created.patch(Map.of("replicas", "many")).steps()).isEqualTo(asItWas);
        assertThat(created.create(Sets.with("replicas: 5")).steps()).isEqualTo(asItWas);
        assertThat(created.deletePod("db-7").steps()).isEqualTo(asItWas);
        assertThat(created.deletePod("other-0").steps()).isEqualTo(asItWas);
    }

    @Test
    void a_patch_of_the_template_keeps_what_it_does_not_name() {
        Rollout labelled = Rollout.of(Sets.with("replicas: 1"))
                .patch(Map.of("template", Map.of("metadata", Map.of("labels", Map.of("tier", "gold")))));

        assertThat(labelled.end().pods()).containsEntry("db-0", new Step.Pod("v1", Step.State.READY, 2));
    }

    @Test
    void a_null_in_a_patch_deletes() {
        Rollout created = Rollout.of(Sets.with("replicas: 3"));

        assertThat(created.patch(Collections.singletonMap("replicas", null))
                        .end()
                        .pods())
                .containsOnlyKeys("db-0");
    }

    @Test
    void a_set_with_nothing_in_it_is_rehearsed_with_the_defaults() {
        assertThat(Rollout.of(new StatefulSet()).image("v2").timeline())
                .isEqualTo("   -0\n1  r1 Ready  1 ready\nr1 =\n".replace("r1 =", "r1 = "));
    }

    private static List<String> seen(Step step) {
        return step.pods().entrySet().stream()
                .map(pod -> pod.getKey() + "=r" + pod.getValue().revision() + " "
                        + pod.getValue().state())
                .toList();
    }
}
