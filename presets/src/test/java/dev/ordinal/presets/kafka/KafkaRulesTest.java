package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
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
        assertThat(KafkaRules.check(EVENTS.combined().development())).isEmpty();
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
                EVENTS.combined(),
                """
                WARNING  KafkaCluster streaming/events  combined
                         found  true
                         why    a broker that is overloaded takes the quorum with it, and the number of brokers is bound to
                                the number of voters
                         fix    leave out combined(), or say development()
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
                EVENTS.clusterId("events"),
                """
                ERROR    KafkaCluster streaming/events  clusterId
                         found  "events"
                         why    an id is 22 characters of A-Z, a-z, 0-9, - and _, of which the last is A, Q, g or w, and not
                                one of those that Kafka keeps for itself; other texts are changed silently or refused at the
                                start
                         fix    leave out clusterId, or paste what kafka-storage.sh random-uuid prints
                         rule   ClusterIdIsCanonical""");
        assertFinds(
                EVENTS.clusterId("AAAAAAAAAAAAAAAAAAAAAQ"),
                """
                ERROR    KafkaCluster streaming/events  clusterId
                         found  "AAAAAAAAAAAAAAAAAAAAAQ"
                         why    an id is 22 characters of A-Z, a-z, 0-9, - and _, of which the last is A, Q, g or w, and not
                                one of those that Kafka keeps for itself; other texts are changed silently or refused at the
                                start
                         fix    leave out clusterId, or paste what kafka-storage.sh random-uuid prints
                         rule   ClusterIdIsCanonical""");
    }

    @Test
    void an_id_that_everybody_has_is_refused() {
        assertFinds(
                EVENTS.clusterId("5L6g3nShT-eMCtK--X86sw"),
                """
                ERROR    KafkaCluster streaming/events  clusterId
                         found  "5L6g3nShT-eMCtK--X86sw"
                         why    this id is printed in guides and images, and members of another cluster that has it could join
                                this one
                         fix    leave out clusterId, or paste what kafka-storage.sh random-uuid prints
                         rule   ClusterIdIsOwn""");
    }

    @Test
    void too_little_memory_is_refused() {
        assertFinds(
                EVENTS.memory(mib(256)),
                """
                ERROR    KafkaCluster streaming/events  memory
                         found  256Mi
                         why    the Java heap would be 128Mi, and below 200Mi a member dies of the first load
                         fix    use memory(mib(512)) or more
                         rule   HeapIsEnough""");
        assertFinds(
                EVENTS.controllerMemory(mib(256)),
                """
                ERROR    KafkaCluster streaming/events  controllerMemory
                         found  256Mi
                         why    the Java heap would be 179Mi, and below 200Mi a member dies of the first load
                         fix    use controllerMemory(mib(512)) or more
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
    void settings_that_the_rest_relies_on_cannot_be_changed() {
        assertFinds(
                EVENTS.setting("log.dirs", "/tmp/kafka"),
                """
                ERROR    KafkaCluster streaming/events  settings[log.dirs]
                         found  "/tmp/kafka"
                         why    mounts, probes, ports, addresses or the seal of this preset rely on its own value of log.dirs
                         fix    remove setting("log.dirs", …)
                         rule   SettingIsFree""");
        assertFinds(
                EVENTS.setting("controller.quorum.voters", "0@a:9093"),
                """
                ERROR    KafkaCluster streaming/events  settings[controller.quorum.voters]
                         found  "0@a:9093"
                         why    mounts, probes, ports, addresses or the seal of this preset rely on its own value of
                                controller.quorum.voters
                         fix    remove setting("controller.quorum.voters", …)
                         rule   SettingIsFree""");
    }

    @Test
    void settings_of_the_past_are_refused() {
        assertFinds(
                EVENTS.setting("zookeeper.connect", "zk:2181"),
                """
                ERROR    KafkaCluster streaming/events  settings[zookeeper.connect]
                         found  "zk:2181"
                         why    Kafka 4 knows neither ZooKeeper nor message formats any more, and the metadata release says
                                the rest
                         fix    remove setting("zookeeper.connect", …)
                         rule   SettingIsAlive""");
    }

    @Test
    void copies_need_brokers() {
        assertFinds(
                EVENTS.setting("default.replication.factor", "4"),
                """
                ERROR    KafkaCluster streaming/events  settings[default.replication.factor]
                         found  "4"
                         why    there are 3 brokers and no broker holds two copies, so such a topic cannot be made
                         fix    use at most 3, or more brokers
                         rule   CopiesHaveBrokers""");
    }

    @Test
    void writes_need_a_spare_copy() {
        assertFinds(
                EVENTS.setting("min.insync.replicas", "3"),
                """
                ERROR    KafkaCluster streaming/events  settings[min.insync.replicas]
                         found  "3"
                         why    topics have 3 copies and 3 of them must be there to write, so every restart of a broker stops
                                writing
                         fix    let default.replication.factor be greater than min.insync.replicas
                         rule   WritesSurviveOneBroker""");
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

    @Test
    void transactions_need_a_spare_copy_too() {
        assertFinds(
                EVENTS.setting("transaction.state.log.min.isr", "3"),
                """
                ERROR    KafkaCluster streaming/events  settings[transaction.state.log.min.isr]
                         found  "3"
                         why    topics have 3 copies and 3 of them must be there to write, so every restart of a broker stops
                                writing
                         fix    let transaction.state.log.replication.factor be greater than transaction.state.log.min.isr
                         rule   WritesSurviveOneBroker""");
    }

    @Test
    void fewer_copies_than_brokers_allow_are_warned_of() {
        assertThat(KafkaRules.check(EVENTS.setting("offsets.topic.replication.factor", "2")))
                .map(Diagnostic::toString)
                .containsExactlyInAnyOrder(
                        """
                        ERROR    KafkaCluster streaming/events  settings[offsets.topic.replication.factor]
                                 found  "2"
                                 why    topics have 2 copies and 2 of them must be there to write, so every restart of a broker stops
                                        writing
                                 fix    let offsets.topic.replication.factor be greater than min.insync.replicas
                                 rule   WritesSurviveOneBroker""",
                        """
                        WARNING  KafkaCluster streaming/events  settings[offsets.topic.replication.factor]
                                 found  "2"
                                 why    such topics are lost with 2 disks, where 3 copies would be there with these brokers
                                 fix    remove setting("offsets.topic.replication.factor", …), or say development() if that does not
                                        matter
                                 rule   CopiesAreThree""");
        assertThat(KafkaRules.check(EVENTS.development().setting("offsets.topic.replication.factor", "1")))
                .isEmpty();
    }

    @Test
    void records_of_one_broker_alone_are_warned_of() {
        assertFinds(
                EVENTS.setting("min.insync.replicas", "1"),
                """
                WARNING  KafkaCluster streaming/events  settings[min.insync.replicas]
                         found  "1"
                         why    a record may be acknowledged when one broker has it, and is lost with that broker's disk
                         fix    remove setting("min.insync.replicas", …), or say development() if that does not matter
                         rule   WritesHaveTwoCopies""");
    }

    @Test
    void a_setting_is_one_line() {
        assertFinds(
                EVENTS.setting("num.partitions", "3\nlog.dirs=/tmp"),
                """
                ERROR    KafkaCluster streaming/events  settings[num.partitions]
                         found  "3
                                log.dirs=/tmp"
                         why    a setting is one line of server.properties; anything else would change other lines
                         fix    use a name of letters, digits and . _ -, and a value of one line that does not end with a
                                backslash
                         rule   SettingIsOneLine""");
        assertThat(KafkaRules.check(EVENTS.setting("num.partitions", "3\\"))).hasSize(1);
    }

    @Test
    void a_value_that_the_server_does_not_take_is_refused() {
        assertFinds(
                EVENTS.setting("log.retention.hours", "24h"),
                """
                ERROR    KafkaCluster streaming/events  settings[log.retention.hours]
                         found  "24h"
                         why    Kafka wants a whole number there, and would not start
                         fix    use a value of that kind, or remove setting("log.retention.hours", …)
                         rule   SettingIsTaken""");
        assertFinds(
                EVENTS.setting("compression.type", "zip"),
                """
                ERROR    KafkaCluster streaming/events  settings[compression.type]
                         found  "zip"
                         why    Kafka wants one of uncompressed, zstd, lz4, snappy, gzip, producer there, and would not start
                         fix    use a value of that kind, or remove setting("compression.type", …)
                         rule   SettingIsTaken""");
    }

    @Test
    void a_setting_that_was_mistyped_is_warned_of() {
        assertFinds(
                EVENTS.setting("log.retention.hour", "24"),
                """
                WARNING  KafkaCluster streaming/events  settings[log.retention.hour]
                         found  "24"
                         why    Kafka has no setting of that name and would say nothing, but it has log.retention.hours
                         fix    use setting("log.retention.hours", …)
                         rule   SettingIsKnown""");
        assertThat(KafkaRules.check(EVENTS.setting("acme.reporter.endpoint", "http://example.com")))
                .isEmpty();
    }

    private static void assertFinds(KafkaCluster cluster, String finding) {
        assertThat(Manifest.of(cluster).report().diagnostics())
                .filteredOn(d -> d.object().kind().equals("KafkaCluster"))
                .singleElement()
                .hasToString(finding);
    }
}
