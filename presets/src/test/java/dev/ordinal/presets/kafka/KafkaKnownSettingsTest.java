package dev.ordinal.presets.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.part.KnownSettings;
import dev.ordinal.presets.part.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of Kafka are those of the server itself. */
class KafkaKnownSettingsTest {
    private static final Path FILE =
            Path.of("src", "main", "resources", "dev", "ordinal", "presets", "kafka", "settings.txt");
    private static final ConfigDef SERVER = AbstractKafkaConfig.CONFIG_DEF;

    /** Written anew with {@code -Dgolden.rewrite=true}. */
    @Test
    void they_are_the_servers_own() throws IOException {
        String told = new TreeMap<>(SERVER.configKeys())
                .values().stream()
                        .filter(key -> !key.internalConfig)
                        .map(key -> (key.name + " " + key.type + " " + allowed(key)).strip())
                        .collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(FILE, told);
        }
        assertThat(Files.readString(FILE)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "log.retention.hours, 24",
        "log.retention.hours, 24h",
        "log.retention.hours, 99999999999",
        "num.partitions, 0",
        "num.partitions, 12",
        "auto.create.topics.enable, TRUE",
        "auto.create.topics.enable, yes",
        "compression.type, zstd",
        "compression.type, zip",
        "log.cleanup.policy, 'compact,delete'",
        "log.cleaner.min.cleanable.ratio, 0.5",
        "log.cleaner.min.cleanable.ratio, half",
        "default.replication.factor, 70000",
        "log.retention.bytes, -1"
    })
    void a_value_is_taken_if_the_server_takes_it(String name, String value) {
        assertThat(KnownSettings.of(Texts.beside(KafkaCluster.class), "settings.txt")
                        .find(name)
                        .orElseThrow()
                        .refusal(value)
                        .isEmpty())
                .isEqualTo(isTaken(name, value));
    }

    private static boolean isTaken(String name, String value) {
        try {
            ConfigKey key = requireNonNull(SERVER.configKeys().get(name));
            Object parsed = ConfigDef.parseType(name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(name, parsed);
            }
            return true;
        } catch (ConfigException e) {
            return false;
        }
    }

    /** Bounds and choices as the server's own checks print them; others are left to the server. */
    private static String allowed(ConfigKey key) {
        String printed = key.validator == null ? "" : key.validator.toString();
        Map<String, String> forms = Map.of(
                "\\[(-?\\d+),\\.\\.\\.\\]", "$1..",
                "\\[(-?\\d+),\\.\\.\\.,(-?\\d+)\\]", "$1..$2");
        for (Map.Entry<String, String> form : forms.entrySet()) {
            if (printed.matches(form.getKey()) && key.type != ConfigDef.Type.DOUBLE) {
                return printed.replaceAll(form.getKey(), form.getValue());
            }
        }
        boolean isChoice = key.type == ConfigDef.Type.STRING && printed.matches("\\[[^.]*\\]");
        return isChoice ? printed.substring(1, printed.length() - 1).replace(", ", "|") : "";
    }
}
