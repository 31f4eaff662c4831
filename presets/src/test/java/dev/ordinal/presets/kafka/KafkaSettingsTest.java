package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    private static final KafkaCluster EVENTS =
            KafkaCluster.named("events").storage(gib(100)).namespace("streaming");

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
