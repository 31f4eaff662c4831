package dev.ordinal.presets.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The metadata go from one release to the next by the run book, under a writer. What runs is the same server under two tags:
 * first with the format of the older release.
 */
@RealServers
class ClusterUpgradesTest {
    private static final KafkaCluster NEW = Kafka.NEW.insecure().sealed();
    private static final KafkaCluster OLDER = NEW.version("4.2.0");

    @Test
    void the_version_goes_up_under_a_writer_and_the_metadata_follow() throws Exception {
        try (Kafka kafka = Kafka.formed(OLDER.sealed(false), new Access.Plain())) {
            kafka.follow(OLDER, "Seal", OLDER);
            assertThat(kafka.release()).isEqualTo("4.2");
            kafka.create("t", 3);
            List<Step> steps = Typist.steps(OLDER.runBook(), "Upgrade");
            int finish = steps.size() - 2;
            try (SteadyWriter writer = new SteadyWriter(kafka.log("t"))) {
                kafka.follow(steps.subList(0, finish), NEW.metadata("4.2"));
                assertThat(kafka.cluster().pods()).allMatch(pod -> pod.runsImage(KafkaImage.NAME));
                assertThat(kafka.release()).isEqualTo("4.2");
                kafka.tell("all members rolled to another tag under the writer");
                kafka.follow(steps.subList(finish, steps.size()), NEW);
                assertThat(kafka.release()).isEqualTo("4.3");
                List<String> acknowledged = writer.acknowledged();
                assertThat(kafka.log("t").read()).containsAll(acknowledged);
                assertThat(writer.failures()).isZero();
                kafka.tell("the metadata of 4.3 are in force; %d records acknowledged, none lost, longest pause %.1f s"
                        .formatted(acknowledged.size(), writer.longestPauseInSeconds()));
            }
        }
    }
}
