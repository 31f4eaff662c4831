package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.part.ExternalAccess;
import org.junit.jupiter.api.Test;

class KafkaRulesTest {
    private static final KafkaCluster EVENTS =
            KafkaCluster.named("events").storage(gib(100)).namespace("streaming");

    @Test
    void a_usual_cluster_is_fine() {
        assertThat(KafkaRules.check(EVENTS)).isEmpty();
        assertThat(KafkaRules.check(EVENTS.brokers(1).controllers(1).development()))
                .isEmpty();
        assertThat(KafkaRules.check(EVENTS.controllers(Controllers.combined()).development()))
                .isEmpty();
        assertThat(KafkaRules.check(EVENTS.setting("log.retention.hours", "24")))
                .isEmpty();
    }

    @Test
    void an_even_number_of_controllers_is_refused() {
        assertFinds(
                EVENTS.controllers(4),
                """
                ERROR    KafkaCluster streaming/events  controllers
                         found  4
                         why    a majority of 4 is 3, so 4 voters survive no more losses than 3, and there is one more that
                                can fail
                         fix    use controllers(5)
                         rule   QuorumIsOdd""");
    }

    @Test
    void more_than_seven_controllers_are_refused() {
        assertFinds(
                EVENTS.controllers(9),
                """
                ERROR    KafkaCluster streaming/events  controllers
                         found  9
                         why    every change of the cluster waits for a majority of the voters, so more than 7 are slower and
                                hardly safer
                         fix    use controllers(5)
                         rule   QuorumIsSmall""");
    }

    @Test
    void one_controller_alone_is_for_development() {
        assertFinds(
                EVENTS.controllers(1),
                """
                ERROR    KafkaCluster streaming/events  controllers
                         found  1
                         why    while the one voter restarts nothing can be led, and its disk is the only copy of what the
                                cluster knows
                         fix    use controllers(3), or say development() if that does not matter
                         rule   QuorumSurvivesOneVoter""");
    }

    @Test
    void nothing_is_no_cluster() {
        assertFinds(
                EVENTS.controllers(0),
                """
                ERROR    KafkaCluster streaming/events  controllers
                         found  0
                         why    nothing would run
                         fix    use controllers(3)
                         rule   QuorumHasVoters""");
        assertFinds(
                EVENTS.brokers(0),
                """
                ERROR    KafkaCluster streaming/events  brokers
                         found  0
                         why    nobody would hold data
                         fix    use brokers(3)
                         rule   ClusterHasBrokers""");
    }

    @Test
    void fewer_than_three_brokers_are_for_development() {
        assertFinds(
                EVENTS.brokers(1),
                """
                WARNING  KafkaCluster streaming/events  brokers
                         found  1
                         why    the one disk is the only copy of every record, and each restart stops all clients
                         fix    use brokers(3), or say development() if that does not matter
                         rule   RecordsHaveThreeCopies""");
        assertFinds(
                EVENTS.brokers(2),
                """
                WARNING  KafkaCluster streaming/events  brokers
                         found  2
                         why    with two copies, records are acknowledged when one broker has them, and lost with it
                         fix    use brokers(3), or say development() if that does not matter
                         rule   RecordsHaveThreeCopies""");
    }

    @Test
    void brokers_that_vote_are_for_small_clusters() {
        assertFinds(
                EVENTS.controllers(Controllers.combined()),
                """
                WARNING  KafkaCluster streaming/events  controllers
                         found  combined()
                         why    a broker that is overloaded takes the quorum with it, and the number of brokers is bound to
                                the number of voters
                         fix    say controllers(3), or say development()
                         rule   ControllersAreApart""");
    }

    @Test
    void the_version_is_exact_and_not_too_old() {
        assertFinds(
                EVENTS.version("latest"),
                """
                ERROR    KafkaCluster streaming/events  version
                         found  "latest"
                         why    it is the tag of the image, and what runs must not change by itself
                         fix    use a version of three numbers such as version("4.3.1")
                         rule   VersionIsExact""");
        assertFinds(
                EVENTS.version("3.9.1"),
                """
                ERROR    KafkaCluster streaming/events  version
                         found  "3.9.1"
                         why    before 4.2 a controller with a new disk does not join by itself, so a lost disk would be a
                                lost vote
                         fix    use version("4.3.1"); from ZooKeeper, migrate to 3.9 and then to 4.0 first
                         rule   VersionReplacesControllers""");
    }

    @Test
    void a_version_reads_its_metadata() {
        assertFinds(
                EVENTS.metadata("4.4"),
                """
                ERROR    KafkaCluster streaming/events  metadata
                         found  "4.4"
                         why    version 4.3.1 cannot read the metadata of a newer release, so no member would start
                         fix    use version("4.4.0") or newer
                         rule   VersionReadsMetadata""");
    }

    @Test
    void an_id_that_kafka_would_change_or_refuse_is_refused() {
        assertFinds(
                EVENTS.controllers(Controllers.separate(3).clusterId("events")),
                """
                ERROR    KafkaCluster streaming/events  controllers.clusterId
                         found  "events"
                         why    an id is 22 characters of A-Z, a-z, 0-9, - and _, of which the last is A, Q, g or w, and not
                                one of those that Kafka keeps for itself; other texts are changed silently or refused at the
                                start
                         fix    leave clusterId(…) out, or paste what kafka-storage.sh random-uuid prints
                         rule   ClusterIdIsCanonical""");
        assertFinds(
                EVENTS.controllers(Controllers.separate(3).clusterId("AAAAAAAAAAAAAAAAAAAAAQ")),
                """
                ERROR    KafkaCluster streaming/events  controllers.clusterId
                         found  "AAAAAAAAAAAAAAAAAAAAAQ"
                         why    an id is 22 characters of A-Z, a-z, 0-9, - and _, of which the last is A, Q, g or w, and not
                                one of those that Kafka keeps for itself; other texts are changed silently or refused at the
                                start
                         fix    leave clusterId(…) out, or paste what kafka-storage.sh random-uuid prints
                         rule   ClusterIdIsCanonical""");
    }

    @Test
    void an_id_that_everybody_has_is_refused() {
        assertFinds(
                EVENTS.controllers(Controllers.separate(3).clusterId("5L6g3nShT-eMCtK--X86sw")),
                """
                ERROR    KafkaCluster streaming/events  controllers.clusterId
                         found  "5L6g3nShT-eMCtK--X86sw"
                         why    this id is printed in guides and images, and members of another cluster that has it could join
                                this one
                         fix    leave clusterId(…) out, or paste what kafka-storage.sh random-uuid prints
                         rule   ClusterIdIsOwn""");
    }

    @Test
    void too_little_memory_is_refused() {
        assertFinds(
                EVENTS.resources(mib(256)),
                """
                ERROR    KafkaCluster streaming/events  resources.memory
                         found  256Mi
                         why    the Java heap would be 128Mi, and below 200Mi a member dies of the first load
                         fix    use resources(mib(512)) or more
                         rule   HeapIsEnough""");
        assertFinds(
                EVENTS.controllers(Controllers.separate(5).memory(mib(256))),
                """
                ERROR    KafkaCluster streaming/events  controllers.memory
                         found  256Mi
                         why    the Java heap would be 179Mi, and below 200Mi a member dies of the first load
                         fix    say memory(mib(512)) or more of the controllers
                         rule   HeapIsEnough""");
    }

    @Test
    void every_broker_needs_an_address_of_its_own_outside() {
        assertFinds(
                EVENTS.external(ExternalAccess.loadBalancers("kafka.example.com")),
                """
                ERROR    KafkaCluster streaming/events  external
                         found  "kafka.example.com"
                         why    all brokers would tell clients the same address, and a client must reach the one that leads
                         fix    write {ordinal} into the host, as in kafka-{ordinal}.example.com
                         rule   AddressesAreApart""");
    }

    @Test
    void plain_text_does_not_leave_the_cluster_unnoticed() {
        assertFinds(
                EVENTS.insecure().external(ExternalAccess.nodePorts("nodes.example.com", 31000)),
                """
                WARNING  KafkaCluster streaming/events  external
                         found  insecure()
                         why    anybody outside who can connect may read and write everything
                         fix    leave out insecure()
                         rule   OutsideIsEncrypted""");
    }

    @Test
    void a_name_leaves_room_for_what_is_added() {
        assertFinds(
                KafkaCluster.named("a".repeat(45)).storage(gib(1)),
                """
                ERROR    KafkaCluster aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  name
                         found  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                         why    the controllers' set adds 11 characters, and a set's name of more than 52 leaves no room for
                                the label that the controller puts on its pods, so no pod would be made
                         fix    shorten it by 4 to at most 41 characters
                         rule   NameLeavesRoom""");
    }

    private static void assertFinds(KafkaCluster cluster, String finding) {
        assertThat(Manifest.of(cluster).report().diagnostics())
                .filteredOn(d -> d.object().kind().equals("KafkaCluster"))
                .singleElement()
                .hasToString(finding);
    }
}
