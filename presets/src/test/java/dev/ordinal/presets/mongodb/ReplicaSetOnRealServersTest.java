package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pods of the manifest with the real {@code mongod} and {@code mongosh}, wherever they are on the path. */
@RealServers
class ReplicaSetOnRealServersTest {
    @Test
    void three_members_form_a_set_and_survive_the_loss_of_the_first_disk_and_a_rolling_restart() {
        try (Replicas replicas =
                Replicas.formed(Replicas.NEW, Replicas.of(Replicas.NEW, MongoImage.ofRealPrograms()))) {
            replicas.write(1);
            replicas.await("read on mongo-2", () -> replicas.read("mongo-2").equals(List.of(1)));
            replicas.apply(Replicas.NEW.sealed());
            replicas.cluster().kill("mongo-0");
            replicas.await("another primary", () -> !replicas.primary().isEmpty());
            replicas.write(2);
            replicas.cluster().loseDisk("mongo-0");
            replicas.cluster().start("mongo-0");
            replicas.awaitReady("mongo-0");
            replicas.await("copied", () -> replicas.read("mongo-0").equals(List.of(1, 2)));
            replicas.tell("mongo-0 lost its disk, and has copied the data again");
            replicas.cluster().rollingRestart(Duration.ofMinutes(3));
            assertThat(replicas.read(replicas.primary())).isEqualTo(List.of(1, 2));
            replicas.tell("rolled, and the data is there");
        }
    }
}
