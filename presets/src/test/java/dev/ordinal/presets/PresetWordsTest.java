package dev.ordinal.presets;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.kafka.KafkaCluster;
import dev.ordinal.presets.mongodb.MongoReplicaSet;
import dev.ordinal.presets.mysql.MySqlCluster;
import dev.ordinal.presets.part.Preset;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Few words: what else there is to say belongs to all presets alike, or to the language. */
class PresetWordsTest {
    private static final int MOST_WORDS_OF_ITS_OWN = 5;
    private static final int MOST_SHARED_WORDS = 12;

    static Stream<Preset<?>> presets() {
        return Stream.of(
                ZooKeeperEnsemble.named("db").storage(gib(20)),
                KafkaCluster.named("db").storage(gib(20)),
                MySqlCluster.named("db").storage(gib(20)),
                MongoReplicaSet.named("db").storage(gib(20)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void a_preset_has_few_words_of_its_own(Preset<?> preset) {
        Set<String> shared = Stream.of(Preset.class.getMethods())
                .map(method -> Introspector.decapitalize(method.getName().replaceFirst("^is", "")))
                .filter(word -> !word.equals("name"))
                .collect(Collectors.toSet());
        assertThat(words(preset))
                .contains("version", "storage", "sealed", "tls", "metrics", "adjustments")
                .filteredOn(word -> !shared.contains(word))
                .contains("name")
                .hasSizeLessThanOrEqualTo(MOST_WORDS_OF_ITS_OWN);
        assertThat(words(preset)).filteredOn(shared::contains).hasSizeLessThanOrEqualTo(MOST_SHARED_WORDS);
    }

    static Stream<Arguments> renamed() {
        return Stream.of(
                arguments(
                        ZooKeeperEnsemble.named("db").storage(gib(20)).name("other"),
                        ZooKeeperEnsemble.named("other").storage(gib(20))),
                arguments(
                        KafkaCluster.named("db").storage(gib(20)).name("other"),
                        KafkaCluster.named("other").storage(gib(20))),
                arguments(
                        MySqlCluster.named("db").storage(gib(20)).name("other"),
                        MySqlCluster.named("other").storage(gib(20))),
                arguments(
                        MongoReplicaSet.named("db").storage(gib(20)).name("other"),
                        MongoReplicaSet.named("other").storage(gib(20))));
    }

    @ParameterizedTest
    @MethodSource("renamed")
    void what_follows_from_a_name_follows_another_one(Preset<?> renamed, Preset<?> named) {
        assertThat(Manifest.of(renamed).yaml()).isEqualTo(Manifest.of(named).yaml());
    }

    /** What the value holds. */
    private static List<String> words(Preset<?> preset) {
        return Stream.of(preset.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
                .map(Field::getName)
                .toList();
    }
}
