package dev.ordinal.presets.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import java.util.List;
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

    /** Their metadata know no cordon, so a topic can come between the drain and the end of the broker; its only copy must stay. */
    @Test
    void with_older_metadata_a_topic_that_comes_meanwhile_keeps_the_disk() throws Exception {
        KafkaCluster older = PLAIN.version("4.2.0");
        try (Kafka kafka = Kafka.formed(older.sealed(false).brokers(4), new Access.Plain())) {
            kafka.apply(older.brokers(4));
            assertThat(kafka.release()).isEqualTo("4.2");
            kafka.create("t", 8);
            kafka.log("t").write("a", "b", "c");
            assertThat(kafka.holders("t")).contains(103);
            List<Step> steps = Typist.steps(older.brokers(4).runBook(), "Remove a broker");
            int end = steps.size() - 2;

            assertThat(kafka.follow(steps.subList(0, 1), older))
                    .contains("nothing keeps new topics away from broker 103");
            kafka.createOn("late", 103);
            kafka.log("late").write("d");
            try (Typist typist = new Typist(kafka.cluster())) {
                for (Step step : steps.subList(1, end)) {
                    step.commands().forEach(command -> must(typist, command));
                }
                Commands.Result seen = typist.type(steps.get(end - 1).check().orElseThrow());
                assertThat(seen.ok()).isFalse();
                assertThat(seen.output()).contains("broker 103 holds 1 copies, such as one of late-0");
                kafka.tell("drained, stopped and struck off, but a topic had come: "
                        + seen.output().strip());
                must(typist, "kubectl -n test scale statefulset events --replicas=4");
                must(typist, "kubectl -n test rollout status statefulset events --timeout=10m");
            }
            assertThat(kafka.log("late").read()).containsExactly("d");
            kafka.tell("started again, it still has the topic");

            kafka.follow(older.brokers(4), "Remove a broker", older);
            assertThat(kafka.brokers()).containsExactly(100, 101, 102);
            assertThat(kafka.holders("late")).hasSize(1).doesNotContain(103);
            assertThat(kafka.log("late").read()).containsExactly("d");
            assertThat(kafka.log("t").read()).containsExactly("a", "b", "c");
            kafka.tell("drained once more, stopped and struck off; nothing lost");
        }
    }

    private static void must(Typist typist, String command) {
        Commands.Result result = typist.type(command);
        assertThat(result.ok()).as(command + ": " + result.output()).isTrue();
    }
}
