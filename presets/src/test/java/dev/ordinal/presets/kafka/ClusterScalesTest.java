package dev.ordinal.presets.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import org.junit.jupiter.api.Test;

/** Members come and go by the commands of the run book and no others. */
@RealServers
class ClusterScalesTest {
    private static final KafkaCluster PLAIN = Kafka.NEW.insecure().sealed();

    @Test
    void members_come_and_go_by_the_run_book() throws Exception {
        try (Kafka kafka = Kafka.formed(Kafka.NEW.insecure(), new Access.Plain())) {
            kafka.apply(PLAIN);

            kafka.follow(PLAIN, "Add a broker", PLAIN.brokers(4));
            assertThat(kafka.brokers()).containsExactly(100, 101, 102, 103);
            kafka.create("t", 8);
            kafka.log("t").write("a", "b", "c");
            assertThat(kafka.holders("t")).contains(103);
            kafka.tell("broker 103 added; it holds partitions of a new topic");

            kafka.follow(PLAIN.brokers(4), "Remove a broker", PLAIN);
            assertThat(kafka.brokers()).containsExactly(100, 101, 102);
            assertThat(kafka.holders("t")).containsExactly(100, 101, 102);
            assertThat(kafka.log("t").read()).containsExactly("a", "b", "c");
            kafka.tell("broker 103 drained, stopped and struck off; nothing lost");

            kafka.follow(PLAIN, "Add two controllers", PLAIN.controllers(5));
            assertThat(kafka.voters()).containsExactly(0, 1, 2, 3, 4);
            kafka.tell("controllers 3 and 4 joined by themselves");
            kafka.follow(PLAIN.controllers(5), "Remove two controllers", PLAIN);
            assertThat(kafka.voters()).containsExactly(0, 1, 2);
            kafka.log("t").write("d");
            assertThat(kafka.log("t").read()).containsExactly("a", "b", "c", "d");
            kafka.tell("controllers 4 and 3 are gone; 3 vote");

            kafka.follow(PLAIN, "Replace a member that has lost its disk", PLAIN);
            assertThat(kafka.log("t").read()).containsExactly("a", "b", "c", "d");
            assertThat(kafka.voters()).containsExactly(0, 1, 2);
            kafka.tell("controller 0 and broker 100 replaced, each with an empty disk");
        }
    }
}
