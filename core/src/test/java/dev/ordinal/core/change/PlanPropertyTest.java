package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A plan, carried out on a simulated cluster, ends in what is wanted and loses no claim. */
class PlanPropertyTest {
    private static final String WAL =
            "    - {metadata: {name: wal}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}";

    record Words(
            int replicas,
            String image,
            int gib,
            String service,
            String management,
            String strategy,
            String label,
            boolean wal) {
        Manifest manifest() {
            return Manifest.parse(
                    """
                    apiVersion: apps/v1
                    kind: StatefulSet
                    metadata: {name: db, namespace: shop}
                    spec:
                      serviceName: %s
                      replicas: %d
                      podManagementPolicy: %s
                      updateStrategy: {type: %s}
                      selector: {matchLabels: {app: db%s}}
                      template:
                        metadata: {labels: {app: db%s}}
                        spec:
                          containers:
                            - name: db
                              image: %s
                              volumeMounts: [{name: data, mountPath: /data}]
                      volumeClaimTemplates:
                        - metadata: {name: data}
                          spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: %dGi}}}
                    %s
                    """
                            .formatted(
                                    service, replicas, management, strategy, label, label, image, gib, wal ? WAL : ""));
        }
    }

    @Provide
    Arbitrary<Words> words() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of("db:1", "db:2"),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("db", "db-headless"),
                        Arbitraries.of("OrderedReady", "Parallel"),
                        Arbitraries.of("RollingUpdate", "OnDelete"),
                        Arbitraries.of("", ", tier: store"),
                        Arbitraries.of(true, false))
                .as(Words::new);
    }

    @Property(tries = 400)
    void every_plan_ends_in_what_is_wanted(@ForAll("words") Words from, @ForAll("words") Words to) {
        Manifest wanted = to.manifest();
        SimulatedCluster cluster = new SimulatedCluster(from.manifest());
        Map<String, String> before = new TreeMap<>(cluster.claims());
        Change change = Change.between(from.manifest(), wanted);
        Plan plan = change.plan();
        if (to.gib() < from.gib()) {
            assertThat(plan).isEmpty();
            assertThat(change.report().errors()).isNotEmpty();
            return;
        }
        assertThat(plan.isEmpty()).isEqualTo(change.isEmpty());

        cluster.run(plan, wanted);

        assertThat(Change.between(cluster.stored(), wanted).isEmpty()).isTrue();
        assertThat(cluster.members()).isEqualTo(to.replicas());
        assertThat(cluster.ready()).isEqualTo(to.replicas());
        assertThat(cluster.images()).containsExactly(to.image());
        assertThat(cluster.claims().keySet()).containsAll(before.keySet());
        assertThat(cluster.claims().entrySet())
                .filteredOn(claim -> claim.getKey().startsWith("data-") && ordinal(claim.getKey()) < to.replicas())
                .extracting(Map.Entry::getValue)
                .containsOnly(to.gib() + "Gi");
    }

    @Property(tries = 200)
    void a_canary_and_a_plan_are_for_the_same_changes(@ForAll("words") Words from, @ForAll("words") Words to) {
        Change change = Change.between(from.manifest(), to.manifest());

        assertThat(change.canary()).hasSizeLessThanOrEqualTo(3);
        if (!change.canary().isEmpty()) {
            assertThat(change.plan()).isNotEmpty();
            assertThat(change.report().errors()).isEmpty();
        }
    }

    @Property(tries = 200)
    void a_rehearsal_ends_with_all_wanted_members(@ForAll("words") Words from, @ForAll("words") Words to) {
        Change change = Change.between(from.manifest(), to.manifest());

        assertThat(change.rehearsals()).hasSize(change.isEmpty() ? 0 : 1).allSatisfy(rehearsal -> {
            // Pods without the new volume hold everything up until the plan deletes them.
            if (from.wal() || !to.wal()) {
                assertThat(rehearsal.rollout().end().pods()).hasSize(to.replicas());
            }
            assertThat(rehearsal.fewestReady()).isBetween(0, Math.max(from.replicas(), to.replicas()));
            assertThat(rehearsal.longest()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
    }

    private static int ordinal(String claim) {
        return Integer.parseInt(claim.substring(claim.lastIndexOf('-') + 1));
    }
}
