package dev.ordinal.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.yaml.Reading;
import dev.ordinal.core.yaml.StrictReader;
import dev.ordinal.core.yaml.WrittenField;
import dev.ordinal.core.yaml.WrittenFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One manifest that writes every field of the table, judged for each version. */
class ServedFieldsTest {
    private static final Reading READING = StrictReader.read(text("every-field.yaml"), "every-field.yaml");

    @Test
    void the_manifest_writes_every_field_of_the_table_and_all_of_it_is_known_to_the_newest_version() {
        assertThat(READING.diagnostics()).isEmpty();
        Set<String> names = ServedFields.FIELDS.keySet().stream()
                .map(key -> key.substring(key.indexOf('.') + 1))
                .collect(Collectors.toSet());
        Set<String> written = READING.documents().stream()
                .flatMap(document -> WrittenFields.of(document, names).stream())
                .map(ServedFieldsTest::key)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).containsAll(ServedFields.FIELDS.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.30", "1.31", "1.32", "1.33", "1.34", "1.35", "1.36"})
    void each_version_serves_what_it_serves(String version) {
        assertThat(summary(version)).isEqualTo(text("served-by-" + version + ".txt"));
    }

    @Test
    void a_finding_says_what_the_version_does_and_what_to_do() {
        assertThat(Report.of(findings("1.33")
                        .filter(d -> d.path().matches(".*(hostnameOverride|maxUnavailable|\\.image)|metadata.name"))
                        .toList()))
                .hasToString(
                        """
                        ERROR    Service 1db  metadata.name
                                 found  "1db"
                                 why    the API server of Kubernetes 1.33 refuses it: the name of a Service must begin with a letter
                                 fix    begin the name with a letter, here and wherever it is used, or run Kubernetes 1.36 or later
                                 rule   FieldIsServed

                        ERROR    StatefulSet db  spec.template.spec.hostnameOverride
                                 found  the field "hostnameOverride"
                                 why    Kubernetes 1.33 knows no field of that name here, and the API server refuses the object
                                 fix    remove hostnameOverride, or run Kubernetes 1.35 or later
                                 rule   FieldIsServed

                        WARNING  StatefulSet db  spec.template.spec.volumes[0].image
                                 found  the field "image"
                                 why    the feature gate ImageVolume is off by default in Kubernetes 1.33, and the API server drops
                                        the field without a word
                                 fix    remove image, or turn on the gate ImageVolume, or run Kubernetes 1.35 or later, where it is on
                                 rule   FieldIsServed

                        WARNING  StatefulSet db  spec.updateStrategy.rollingUpdate.maxUnavailable
                                 found  the field "maxUnavailable"
                                 why    the feature gate MaxUnavailableStatefulSet is off by default in Kubernetes 1.33, and the API
                                        server drops the field without a word
                                 fix    remove maxUnavailable, or turn on the gate MaxUnavailableStatefulSet
                                 rule   FieldIsServed

                        2 errors, 2 warnings
                        """);
    }

    @Test
    void values_that_say_no_more_than_nothing_are_no_findings() {
        String text =
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  updateStrategy: {rollingUpdate: {maxUnavailable: 1}}
                  template:
                    spec:
                      hostUsers: true
                      containers: [{name: db, securityContext: {procMount: Default}}]
                """;
        assertThat(StrictReader.read(text, "<text>").documents())
                .flatMap(document -> ServedFields.judge(document, KubernetesVersion.of("1.30")).stream()
                        .toList())
                .isEmpty();
    }

    private static String summary(String version) {
        return findings(version)
                .map(d -> d.severity() + " " + d.object() + " " + d.path() + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<Diagnostic> findings(String version) {
        return READING.documents().stream()
                .flatMap(document -> ServedFields.judge(document, KubernetesVersion.of(version)).stream());
    }

    private static String key(WrittenField field) {
        return field.part() + "." + field.name();
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(ServedFieldsTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
