package dev.ordinal.presets.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@RealServers
class ClusterSurvivesTest {
    private static final KafkaCluster PLAIN = Kafka.NEW.insecure();
    private static final Duration FAIL_OVER = Duration.ofSeconds(60);
    /** How long the StatefulSet controller waits between two brokers. */
    private static final Duration MIN_READY = Duration.ofSeconds(30);

    @Test
    void the_leader_and_the_first_members_may_be_killed_and_a_broker_may_lose_its_disk() throws Exception {
        try (Kafka kafka = Kafka.formed(PLAIN, new Access.Plain())) {
            kafka.apply(PLAIN.sealed());
            kafka.create("t", 6);
            Log log = kafka.log("t");
            log.write("a");

            int leader = kafka.leader();
            killed(kafka, "events-controller-" + leader);
            if (leader != 0) {
                killed(kafka, "events-controller-0");
            }
            killed(kafka, "events-100");
            log.write("b");

            kafka.replaceDisk("events-100");
            kafka.awaitInSync("t", FAIL_OVER);
            kafka.tell("broker 100 lost its disk, and has copied everything again");
            log.write("c");
            kafka.cluster().kill("events-101");
            assertThat(kafka.log("t").read()).containsExactly("a", "b", "c");
            kafka.tell("without broker 101, everything can be read from 100 and 102");
        }
    }

    /** Kills a member under a writer, waits until writing goes on, and has it back. */
    private static void killed(Kafka kafka, String pod) {
        try (SteadyWriter writer = new SteadyWriter(kafka.log("w-" + pod))) {
            kafka.create("w-" + pod, 3);
            kafka.cluster().kill(pod);
            long began = System.nanoTime();
            kafka.cluster().await("a leader without " + pod, FAIL_OVER, () -> !pod.endsWith("-" + kafka.leader()));
            kafka.cluster().await("all partitions led without " + pod, FAIL_OVER, () -> kafka.led("w-" + pod, pod));
            double seconds = (System.nanoTime() - began) / 1e9;
            kafka.cluster().start(pod);
            kafka.awaitReady(pod);
            kafka.awaitInSync("w-" + pod, FAIL_OVER);
            List<String> acknowledged = writer.acknowledged();
            assertThat(kafka.log("w-" + pod).read()).containsAll(acknowledged);
            assertThat(kafka.voters()).containsExactly(0, 1, 2);
            kafka.tell("%s killed: others took over in %.1f s; it is back with its disk; %d acknowledged, none lost"
                    .formatted(pod, seconds, acknowledged.size()));
        }
    }

    @Test
    void a_rolling_restart_and_a_loss_of_power_lose_no_acknowledged_record() {
        try (Kafka kafka = Kafka.formed(PLAIN, new Access.Plain())) {
            kafka.apply(PLAIN.sealed());
            kafka.create("t", 6);
            try (SteadyWriter writer = new SteadyWriter(kafka.log("t"))) {
                for (int id = 2; id >= 0; id--) {
                    restarted(kafka, "events-controller-" + id);
                }
                kafka.tell("controllers rolled; controller " + kafka.leader() + " leads");
                for (int id = 102; id >= 100; id--) {
                    restarted(kafka, "events-" + id);
                    kafka.awaitInSync("t", MIN_READY);
                }
                kafka.tell("brokers rolled; %d records acknowledged, %d given up, longest pause %.1f s"
                        .formatted(writer.acknowledged().size(), writer.failures(), writer.longestPauseInSeconds()));
                assertThat(kafka.log("t").read()).containsAll(writer.acknowledged());
                assertThat(writer.failures()).isZero();
            }
            lostPower(kafka);
        }
    }

    private static void restarted(Kafka kafka, String pod) {
        kafka.cluster().stop(pod);
        kafka.cluster().start(pod);
        kafka.awaitReady(pod);
    }

    private static void lostPower(Kafka kafka) {
        kafka.create("p", 6);
        try (SteadyWriter writer = new SteadyWriter(kafka.log("p"))) {
            kafka.cluster().await("some records", FAIL_OVER, () -> writer.count() > 50);
            kafka.cluster().kill(kafka.cluster().memberNames().toArray(String[]::new));
            kafka.tell("all members lost power");
            kafka.cluster().start();
            kafka.awaitReady();
            List<String> acknowledged = writer.acknowledged();
            assertThat(kafka.log("p").read()).containsAll(acknowledged);
            assertThat(kafka.voters()).containsExactly(0, 1, 2);
            kafka.tell("all are back with all " + acknowledged.size() + " acknowledged records");
        }
    }
}
