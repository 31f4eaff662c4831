package dev.ordinal.presets;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.SecretRef;
import dev.ordinal.dsl.Toleration;
import dev.ordinal.dsl.UpdateStrategy;
import dev.ordinal.presets.kafka.KafkaCluster;
import dev.ordinal.presets.mongodb.MongoReplicaSet;
import dev.ordinal.presets.mysql.MySqlCluster;
import dev.ordinal.presets.part.Preset;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no word of a preset says, the language does. */
class AdjustmentsTest {
    static Stream<Preset<?>> presets() {
        return Stream.of(
                ZooKeeperEnsemble.named("db").storage(gib(20)).namespace("shop"),
                KafkaCluster.named("db").storage(gib(20)).namespace("shop"),
                MySqlCluster.named("db").storage(gib(20)).namespace("shop"),
                MongoReplicaSet.named("db").storage(gib(20)).namespace("shop"));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void no_change_is_no_change(Preset<?> preset) {
        assertThat(Manifest.of(preset.adjust(app -> app)).yaml())
                .isEqualTo(Manifest.of(preset).yaml());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void changes_reach_every_set_and_nothing_is_found(Preset<?> preset) {
        Manifest manifest = Manifest.of(preset.adjust(app -> app.toleration(Toleration.of("dedicated", "db")))
                .adjust(app -> app.pullSecret(SecretRef.named("registry")).update(UpdateStrategy.onDelete())));
        assertThat(manifest.report().errors()).isEmpty();
        assertThat(Seen.sets(manifest)).isNotEmpty().allSatisfy(set -> assertThat(
                        set.getSpec().getUpdateStrategy().getType())
                .isEqualTo("OnDelete"));
        assertThat(Seen.pods(manifest)).allSatisfy(pod -> {
            assertThat(pod.getTolerations()).hasSize(1);
            assertThat(pod.getImagePullSecrets()).hasSize(1);
        });
    }

    @Test
    void members_stay_as_the_preset_made_them() {
        assertThat(Manifest.of(MySqlCluster.named("db")
                                .storage(gib(20))
                                .namespace("shop")
                                .adjust(app -> app.replicas(5)))
                        .report()
                        .diagnostics())
                .filteredOn(finding -> finding.rule().equals("AdjustmentsKeepMembers"))
                .singleElement()
                .hasToString(
                        """
                        ERROR    MySqlCluster shop/db  adjust
                                 found  3 members of shop/db behind db-headless from 0 on, labelled {app.kubernetes.io/name=db} -> 5
                                        members of shop/db behind db-headless from 0 on, labelled {app.kubernetes.io/name=db}
                                 why    files, scripts and rules of this preset know its members by these, and would speak of others
                                 fix    say it by the preset's own words
                                 rule   AdjustmentsKeepMembers""");
    }
}
