package dev.ordinal.presets;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Facts;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.kafka.KafkaCluster;
import dev.ordinal.presets.mongodb.MongoReplicaSet;
import dev.ordinal.presets.mysql.MySqlCluster;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An image may be pinned by its digest; what the preset must know of the version is still said by the word for it. */
class ImagesByDigestTest {
    private static final String PINNED = "registry.example.com/db@sha256:" + "0123456789abcdef".repeat(4);

    static Stream<Renderable> pinned() {
        return Stream.of(
                        ZooKeeperEnsemble.named("db").storage(gib(20)).namespace("shop"),
                        KafkaCluster.named("db").storage(gib(20)).namespace("shop"),
                        MySqlCluster.named("db").storage(gib(20)).namespace("shop"),
                        MongoReplicaSet.named("db").storage(gib(20)).namespace("shop"))
                .map(preset -> preset.version(preset.version().image(PINNED)));
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void nothing_is_found_and_the_version_is_known(Renderable preset) {
        Manifest manifest = Manifest.of(preset);
        assertThat(manifest.report()).hasToString("no findings\n");
        ResourceGraph graph = manifest.graph();
        assertThat(graph.all(StatefulSet.class).map(set -> set.get()).toList())
                .isNotEmpty()
                .allSatisfy(set -> {
                    assertThat(set.getSpec()
                                    .getTemplate()
                                    .getSpec()
                                    .getContainers()
                                    .get(0)
                                    .getImage())
                            .isEqualTo(PINNED);
                    assertThat(Facts.on(set).orElseThrow().value("version")).matches("\\d+\\.\\d+\\.\\d+");
                });
    }
}
