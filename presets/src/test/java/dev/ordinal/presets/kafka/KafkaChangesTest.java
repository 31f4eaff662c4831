package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Change;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.server.Typist;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a preset knows is asked through files: both sides are read from YAML, as from a cluster. */
class KafkaChangesTest {
    private static final KafkaCluster EVENTS = KafkaCluster.named("events")
            .storage(gib(100))
            .namespace("streaming")
            .sealed();

    @Test
    void a_cluster_keeps_its_id() {
        assertFinds(
                EVENTS,
                EVENTS.controllers(Controllers.separate(3).clusterId("q1Sh-9_ISia_zwGINzRvyQ")),
                """
                ERROR    StatefulSet streaming/events  metadata.annotations[preset.ordinal.dev/cluster-id]
                         found  "Tze18zRrR6imBy75dhhi5Q" -> "q1Sh-9_ISia_zwGINzRvyQ"
                         why    every disk carries the id of its cluster, and members refuse to start on a disk of another one
                         fix    say clusterId("Tze18zRrR6imBy75dhhi5Q") of the controllers
                         rule   ClusterKeepsItsId""");
    }

    @Test
    void voters_keep_their_names() {
        assertFinds(
                EVENTS,
                EVENTS.namespace(EVENTS.namespace().clusterDomain("cluster.example")),
                """
                ERROR    StatefulSet streaming/events  metadata.annotations[preset.ordinal.dev/voters]
                         found  "*.events-controller-headless.streaming.svc.cluster.local" ->
                                "*.events-controller-headless.streaming.svc.cluster.example"
                         why    the addresses of the voters are in the metadata itself, so under other names they never find
                                each other
                         fix    keep name, namespace and clusterDomain, or make a new cluster
                         rule   VotersKeepTheirNames""");
    }

    @Test
    void members_speak_one_protocol() {
        assertFinds(
                EVENTS,
                EVENTS.insecure(),
                """
                ERROR    StatefulSet streaming/events  metadata.annotations[preset.ordinal.dev/security]
                         found  "tls" -> "none"
                         why    while members restart one by one, those with and those without TLS cannot talk to each other
                         fix    stop all members first, or make a new cluster
                         rule   MembersSpeakOneProtocol""");
    }

    @Test
    void a_seal_is_not_taken_off() {
        assertFinds(
                EVENTS,
                EVENTS.sealed(false),
                """
                ERROR    StatefulSet streaming/events  metadata.annotations[preset.ordinal.dev/sealed]
                         found  "true" -> "false"
                         why    a controller that has lost its disk would vote with an empty memory again
                         fix    say sealed()
                         rule   SealStays""");
    }

    @Test
    void voters_change_only_under_the_seal() {
        assertFinds(
                EVENTS.sealed(false),
                EVENTS.sealed(false).controllers(5),
                """
                ERROR    StatefulSet streaming/events-controller  metadata.annotations[preset.ordinal.dev/members]
                         found  "3" -> "5"
                         why    unsealed, a new controller believes that it was a voter from the beginning, and blank ones can
                                outvote the others
                         fix    apply the cluster with sealed() and the old number first
                         rule   VotersChangeUnderSeal""");
    }

    @Test
    void controllers_do_not_just_stop() {
        assertFinds(
                EVENTS.controllers(5),
                EVENTS,
                """
                WARNING  StatefulSet streaming/events-controller  metadata.annotations[preset.ordinal.dev/members]
                         found  "5" -> "3"
                         why    a controller that is only stopped still counts as a voter, and the next one that stops may end
                                the quorum
                         fix    follow the plan: each leaves the quorum before its pod stops
                         rule   ControllersLeaveFirst""");
    }

    @Test
    void brokers_are_empty_before_they_go() {
        assertFinds(
                EVENTS.brokers(5),
                EVENTS.brokers(4),
                """
                WARNING  StatefulSet streaming/events  metadata.annotations[preset.ordinal.dev/members]
                         found  "5" -> "4"
                         why    what the highest brokers hold does not move by itself; partitions lose copies, or go away with
                                their last
                         fix    follow the plan: what they hold moves to the others before their pods stop
                         rule   BrokersAreEmptyFirst""");
    }

    @Test
    void an_upgrade_leaves_a_way_back() {
        assertFinds(
                EVENTS,
                EVENTS.version("4.4.0"),
                """
                WARNING  StatefulSet streaming/events  metadata.annotations[preset.ordinal.dev/metadata]
                         found  "4.3" -> "4.4"
                         why    with the new metadata in force, the old version cannot be brought back if the new one fails
                         fix    say metadata("4.3") now, and leave it out when the new version has proven itself
                         rule   UpgradeLeavesAWayBack""");
    }

    @Test
    void a_version_reads_the_metadata_in_force() {
        assertFinds(
                EVENTS.version("4.4.0"),
                EVENTS,
                """
                ERROR    StatefulSet streaming/events  metadata.annotations[preset.ordinal.dev/version]
                         found  "4.4.0" -> "4.3.1"
                         why    the metadata in force is that of 4.4, which version 4.3.1 cannot read, so members would not
                                start
                         fix    use version("4.4.0") or newer
                         rule   VersionReadsMetadata""");
    }

    @Test
    void metadata_is_not_taken_back() {
        assertFinds(
                EVENTS.version("4.4.0"),
                EVENTS.version("4.4.0").metadata("4.3"),
                """
                ERROR    StatefulSet streaming/events  metadata.annotations[preset.ordinal.dev/metadata]
                         found  "4.4" -> "4.3"
                         why    metadata that is in force is not taken back by saying so
                         fix    say metadata("4.4")
                         rule   MetadataStaysOrRises""");
    }

    @Test
    void brokers_do_not_become_voters() {
        assertThat(change(EVENTS, EVENTS.controllers(Controllers.combined()))
                        .report()
                        .diagnostics())
                .extracting(diagnostic -> diagnostic.rule())
                .contains("NodesKeepTheirRoles", "VotersKeepTheirNames");
    }

    @Test
    void an_upgrade_in_two_parts_has_nothing_against_it_and_ends_with_the_metadata() {
        KafkaCluster old = EVENTS.version("4.4.0").metadata("4.3");
        assertThat(change(EVENTS, old).report()).hasToString("no findings\n");
        assertThat(change(old, EVENTS).report()).hasToString("no findings\n");
        assertThat(change(old, EVENTS.version("4.4.0")).plan().text())
                .isEqualTo(
                        """
                        1. Apply the wanted manifest
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                        2. Put the metadata of 4.4 in force
                           why    There is no way back after this.
                           run    kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/kafka.sh features upgrade --release-version 4.4
                        """);
    }

    @Test
    void controllers_are_added_one_after_the_other() {
        Change change = change(EVENTS, EVENTS.controllers(5));
        assertThat(change.report()).hasToString("no findings\n");
        assertThat(change.plan().text())
                .isEqualTo(
                        """
                        1. Add controller 3
                           run    kubectl -n streaming scale statefulset events-controller --replicas=4
                           until  kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/voters.sh 0 1 2 3
                        2. Add controller 4
                           run    kubectl -n streaming scale statefulset events-controller --replicas=5
                           until  kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/voters.sh 0 1 2 3 4
                        3. Apply the wanted manifest
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                           until  kubectl -n streaming rollout status statefulset events-controller --timeout=10m
                        """);
    }

    @Test
    void a_broker_that_may_go_is_emptied_first() {
        Change change = change(EVENTS.brokers(5), EVENTS.brokers(4));
        assertThat(change.plan().text())
                .isEqualTo(
                        """
                        1. Move what broker 104 holds to the others
                           why    From then on it is given no new partitions.
                           run    kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/drain-broker.sh 104 100,101,102,103
                           until  kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/holds-nothing.sh 104
                        2. Stop broker 104
                           run    kubectl -n streaming scale statefulset events --replicas=4
                           until  kubectl -n streaming wait --for=delete pod/events-104 --timeout=10m
                        3. Strike broker 104 off the list of members
                           run    kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/forget-broker.sh 104
                           until  kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/holds-nothing.sh 104 && kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/in-sync.sh
                        4. Delete the disk of broker 104
                           run    kubectl -n streaming delete pvc data-events-104
                        5. Apply the wanted manifest
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                           until  kubectl -n streaming rollout status statefulset events --timeout=10m
                        """);
    }

    @Test
    void while_no_cordon_is_known_no_topic_may_be_made() {
        KafkaCluster older = EVENTS.metadata("4.2");
        assertThat(change(older.brokers(5), older.brokers(4)).plan().text())
                .startsWith(
                        """
                        1. Move what broker 104 holds to the others
                           why    Let nobody make a topic until its disk is deleted: before the metadata of 4.3 it may be given copies of new ones. If it still holds some when it is struck off, its disk has them: start it again (kubectl -n streaming scale statefulset events --replicas=5) and begin anew.
                           run    kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/drain-broker.sh 104 100,101,102,103
                        """);
    }

    @Test
    void the_metadata_in_force_decide_what_a_drain_says() {
        KafkaCluster older = EVENTS.metadata("4.2").brokers(5);
        assertThat(change(older, EVENTS.brokers(4)).plan().text()).contains("Let nobody make a topic");
    }

    @Test
    void a_controller_that_may_go_leaves_the_quorum_before_its_disk() {
        Change change = change(EVENTS.controllers(5), EVENTS);
        assertThat(change.plan().text())
                .startsWith(
                        """
                        1. Stop controller 4
                           why    It would join again by itself while it runs.
                           run    kubectl -n streaming scale statefulset events-controller --replicas=4
                           until  kubectl -n streaming wait --for=delete pod/events-controller-4 --timeout=5m
                        2. Take controller 4 out of the quorum
                           run    kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/remove-controller.sh 4
                           until  kubectl -n streaming exec events-100 -c kafka -- sh /etc/kafka/admin/voters.sh 0 1 2 3
                        3. Delete the disk of controller 4
                           why    It would bring back a voter that the others have struck off.
                           run    kubectl -n streaming delete pvc data-events-controller-4
                        4. Stop controller 3
                        """);
    }

    @Test
    void a_disk_is_deleted_by_itself_after_a_check() {
        Change brokers = change(EVENTS.brokers(6), EVENTS.brokers(4));
        Change controllers = change(EVENTS.controllers(5), EVENTS);
        for (List<Step> plan : List.of(
                brokers.plan(),
                controllers.plan(),
                Typist.steps(EVENTS.brokers(4).runBook(), "Remove a broker"),
                Typist.steps(EVENTS.controllers(5).runBook(), "Remove two controllers"))) {
            List<Integer> deleting = IntStream.range(0, plan.size())
                    .filter(i -> String.join("\n", plan.get(i).commands()).contains("delete pvc"))
                    .boxed()
                    .toList();
            assertThat(deleting).isNotEmpty();
            for (int step : deleting) {
                assertThat(plan.get(step).commands()).hasSize(1);
                assertThat(plan.get(step - 1).check()).isPresent();
            }
        }
    }

    private static void assertFinds(KafkaCluster running, KafkaCluster wanted, String finding) {
        assertThat(change(running, wanted).report().diagnostics())
                .first()
                .extracting(diagnostic -> diagnostic.toString().replaceFirst("\n *at .*", ""))
                .isEqualTo(finding);
    }

    private static Change change(Renderable running, Renderable wanted) {
        return Change.between(
                Manifest.parse(Manifest.of(running).yaml()),
                Manifest.parse(Manifest.of(wanted).yaml()));
    }
}
