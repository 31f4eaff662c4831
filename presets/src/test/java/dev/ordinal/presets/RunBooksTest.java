package dev.ordinal.presets;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.kafka.KafkaCluster;
import dev.ordinal.presets.mongodb.MongoReplicaSet;
import dev.ordinal.presets.mysql.MySqlCluster;
import dev.ordinal.presets.part.Namespace;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every preset's run book. */
class RunBooksTest {
    private static final String DOMAIN = "k8s.example";
    private static final Namespace ELSEWHERE = Namespace.named("shop").clusterDomain(DOMAIN);

    static Stream<RunBook> pages() {
        return Stream.of(
                ZooKeeperEnsemble.named("db")
                        .storage(gib(20))
                        .namespace(ELSEWHERE)
                        .runBook(),
                KafkaCluster.named("db").storage(gib(20)).namespace(ELSEWHERE).runBook(),
                MySqlCluster.named("db").storage(gib(20)).namespace(ELSEWHERE).runBook(),
                MongoReplicaSet.named("db")
                        .storage(gib(20))
                        .namespace(ELSEWHERE)
                        .runBook());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void names_are_those_of_the_cluster(RunBook page) {
        assertThat(page.markdown()).contains(DOMAIN).doesNotContain("cluster.local");
    }
}
