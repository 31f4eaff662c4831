package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

class PlainScalarTest {
    private static List<RecordedScalar> recorded() {
        return RecordedScalar.all();
    }

    static List<RecordedScalar> recordedValues() {
        return recorded().stream()
                .filter(recorded -> isPlain("k: " + recorded.text() + "\n", recorded.text(), 1))
                .toList();
    }

    static List<RecordedScalar> recordedKeys() {
        return recorded().stream()
                .filter(recorded -> isPlain(recorded.text() + ": v\n", recorded.text(), 0))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("recordedValues")
    void a_value_is_what_the_api_server_made_of_it(RecordedScalar recorded) {
        Object value = PlainScalar.value(recorded.text());
        assertThat(value == null ? "" : value instanceof String ? value : null).isEqualTo(recorded.value());
    }

    @ParameterizedTest
    @MethodSource("recordedKeys")
    void a_key_is_what_the_api_server_made_of_it(RecordedScalar recorded) {
        assertThat(PlainScalar.key(recorded.text()).filter(RecordedScalar::isConfigKey))
                .isEqualTo(Optional.ofNullable(recorded.key()));
    }

    @Test
    void most_recorded_texts_are_plain_scalars() {
        assertThat(recordedValues()).hasSizeGreaterThan(150);
        assertThat(recordedKeys()).hasSizeGreaterThan(150);
    }

    /** Whether a YAML reader finds the text as one plain scalar after so many others, and nothing else. */
    private static boolean isPlain(String yaml, String text, int before) {
        try {
            Iterable<Event> events = new Yaml(new LoaderOptions()).parse(new StringReader(yaml));
            List<ScalarEvent> scalars = StreamSupport.stream(events.spliterator(), false)
                    .filter(ScalarEvent.class::isInstance)
                    .map(ScalarEvent.class::cast)
                    .toList();
            return scalars.size() == 2
                    && scalars.get(before).isPlain()
                    && scalars.get(before).getTag() == null
                    && scalars.get(before).getValue().equals(text);
        } catch (YAMLException e) {
            return false;
        }
    }

    @Test
    void numbers_have_the_narrowest_type_that_holds_them() {
        assertThat(PlainScalar.value("2147483647")).isEqualTo(2147483647);
        assertThat(PlainScalar.value("2147483648")).isEqualTo(2147483648L);
        assertThat(PlainScalar.value("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(PlainScalar.value("18446744073709551615")).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(PlainScalar.value("18446744073709551616")).isEqualTo(0x1p64);
        assertThat(PlainScalar.value("-9223372036854775809")).isEqualTo(-0x1p63);
        assertThat(PlainScalar.value("0xFFFFFFFFFFFFFFFFFF")).isEqualTo("0xFFFFFFFFFFFFFFFFFF");
        assertThat(PlainScalar.value("3.0")).isEqualTo(3.0);
    }

    @ParameterizedTest
    @CsvSource({
        "0x1F, 31",
        "-0o17, -15",
        "-017, -15",
        "0b-101, -5",
        "08.5, 8.5",
        "-0.0, -0",
        ".5_0, 0.5",
        "._5, ._5",
        ".5_, .5_",
        "1e6, 1e+06",
        "999999.0, 999999",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "16777217.0, 1.6777216e+07",
        "1e300, .inf",
        "1e-300, 0",
        "-1e300, -.inf",
        "2e-45, 1e-45",
        "3.4e38, 3.4e+38",
        "0x, 0x",
        "1e400, 1e400",
        "18446744073709551616, 1.8446744e+19"
    })
    void a_number_as_a_key_becomes_its_shortest_text(String text, String key) {
        assertThat(PlainScalar.key(text)).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"~", "null", "<<", "18446744073709551615", "''"})
    void the_server_takes_no_such_key(String text) {
        assertThat(PlainScalar.key(text)).isEmpty();
    }
}
