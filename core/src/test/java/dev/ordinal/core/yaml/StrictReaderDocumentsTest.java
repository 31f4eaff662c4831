package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a text is cut into documents and how these become objects. */
class StrictReaderDocumentsTest {
    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: NAME}\n";

    private static Reading clean(String text) {
        Reading reading = StrictReader.read(text, "<text>");
        assertThat(reading.diagnostics()).isEmpty();
        return reading;
    }

    private static List<String> names(String text) {
        return clean(text).documents().stream().map(d -> d.ref().toString()).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> data(String text) {
        ConfigMap map = (ConfigMap) Objects.requireNonNull(clean("apiVersion: v1\nkind: ConfigMap\n" + text)
                .documents()
                .get(0)
                .model());
        return map.getData();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "---\n",
                "# only a comment\n",
                "---\n---\n# x\n---",
                "...\n",
                "~",
                "null\n",
                "\uFEFF",
                "%YAML 1.2\n---\n"
            })
    void texts_without_objects_hold_nothing(String text) {
        assertThat(clean(text).documents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\n",
                "--- # next\n",
                "---   \n",
                "...\n---\n",
                "...\n",
                "---\n%YAML 1.1\n---\n",
                "---\n# c\n---\n",
                "---\r\n"
            })
    void documents_are_parted(String between) {
        String text = MAP.replace("NAME", "a") + between + MAP.replace("NAME", "b");
        assertThat(names(text)).containsExactly("ConfigMap a", "ConfigMap b");
        assertThat(names("\uFEFF" + text.replace("\n", "\r\n"))).containsExactly("ConfigMap a", "ConfigMap b");
    }

    @Test
    void what_follows_the_marker_on_its_line_belongs_to_the_document() {
        assertThat(names("--- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n"))
                .containsExactly("ConfigMap a");
    }

    @Test
    void markers_inside_of_a_block_are_text() {
        assertThat(data("data:\n  a: |\n    ---\n    b\n    ...\n")).containsEntry("a", "---\nb\n...\n");
    }

    @Test
    void lists_are_taken_apart() {
        String item = "{metadata: {name: a, namespace: ns}, data: {k: v}}";
        assertThat(names(
                        "apiVersion: v1\nkind: ConfigMapList\nmetadata: {resourceVersion: '5'}\nitems: [" + item + "]"))
                .containsExactly("ConfigMap ns/a");
        assertThat(
                        names(
                                """
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: a}
                - apiVersion: a.example/v1
                  kind: Own
                  metadata: {name: b}
                """))
                .containsExactly("ConfigMap a", "Own b");
    }

    @Test
    void kinds_of_other_people_are_taken_as_they_are() {
        Reading reading = clean(
                """
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata: {name: m}
                spec: {endpoints: [{port: web, interval: 30s}], on: 5}
                """);
        GenericKubernetesResource monitor = (GenericKubernetesResource)
                Objects.requireNonNull(reading.documents().get(0).model());
        assertThat(monitor.getKind()).isEqualTo("ServiceMonitor");
        assertThat(monitor.getMetadata().getName()).isEqualTo("m");
        assertThat(monitor.getAdditionalProperties())
                .containsEntry(
                        "spec", Map.of("endpoints", List.of(Map.of("port", "web", "interval", "30s")), "true", 5));
    }

    @Test
    void json_is_read_as_json() {
        String json =
                "\t{\"apiVersion\":\"v1\",\t\"kind\":\"ConfigMap\",\n\"data\":{\"a\":\"\\u00e9\\/\\ud83d\\ude00\",\"on\":\"x\\ty\"}}";
        ConfigMap map = (ConfigMap) Objects.requireNonNull(
                clean(json + "\n" + json).documents().get(1).model());
        assertThat(map.getData()).isEqualTo(Map.of("a", "\u00e9/\uD83D\uDE00", "on", "x\ty"));
    }

    @Test
    void anchors_aliases_and_merges_are_written_out() {
        assertThat(data("metadata: &m\n  labels: &l {a: '1', b: '2'}\ndata: {<<: *l, b: '3', c: &x 'y', d: *x}\n"))
                .isEqualTo(Map.of("a", "1", "b", "3", "c", "y", "d", "y"));
    }

    @Test
    void tabs_may_stand_between_a_key_and_its_value() {
        assertThat(data("data:\t\n  a:\tb\t\n  c: \t\"d\te\"\t# f\n  g: |\n    h\ti\n"))
                .isEqualTo(Map.of("a", "b", "c", "d\te", "g", "h\ti\n"));
    }

    @Test
    void tags_decide_before_the_look() {
        assertThat(data("data: {a: !!str 5, b: !!binary aGk=, c: ! on}\n"))
                .isEqualTo(Map.of("a", "5", "b", "hi", "c", "on"));
    }

    @ParameterizedTest
    @MethodSource("dev.ordinal.core.yaml.RecordedScalar#all")
    void plain_scalars_are_what_the_server_makes_of_them(RecordedScalar scalar) {
        assumeThat(scalar.text()).as("line breaks of YAML 1.1 alone").doesNotContainPattern("[\\u0085\\u2028\\u2029]");
        Reading block =
                StrictReader.read("apiVersion: v1\nkind: ConfigMap\ndata:\n  k: " + scalar.text() + "\n", "<text>");
        if (scalar.value() == null) {
            assertThat(block.diagnostics()).isNotEmpty();
        } else {
            assertThat(block.diagnostics()).isEmpty();
            ConfigMap map =
                    (ConfigMap) Objects.requireNonNull(block.documents().get(0).model());
            assertThat(map.getData()).containsEntry("k", scalar.value());
        }
    }

    @Test
    void every_path_knows_its_place() {
        Document document = clean(
                        """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  labels:
                    app.kubernetes.io/name: db
                spec:
                  template:
                    spec:
                      containers:
                      - name: db
                        image: db:1
                        resources: {limits: {cpu: 1}}
                """)
                .documents()
                .get(0);
        assertThat(document.positions().get("metadata.labels[app.kubernetes.io/name]"))
                .hasToString("<text>:5:5");
        assertThat(document.positions().get("spec.template.spec.containers[0]")).hasToString("<text>:10:9");
        assertThat(document.positions().get("spec.template.spec.containers[0].image"))
                .hasToString("<text>:11:9");
        assertThat(document.positions().get("spec.template.spec.containers[0].resources.limits[cpu]"))
                .hasToString("<text>:12:30");
        assertThat(document.position("spec.template.spec.containers[0].env[3].value")
                        .orElseThrow())
                .hasToString("<text>:10:9");
        assertThat(document.position("status").orElseThrow()).hasToString("<text>:1:1");
        assertThat(document.positions()).hasSize(16);
    }
}
