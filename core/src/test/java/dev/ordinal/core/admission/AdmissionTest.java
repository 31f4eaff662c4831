package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static List<Diagnostic> judge(String base, @Nullable Object... edits) {
        List<@Nullable Object> list = new ArrayList<>(List.of(edits));
        Map<String, @Nullable Object> tree =
                Corpus.edited(Corpus.map(Corpus.bases().get(base)), list);
        return Admission.judge(Corpus.document(tree));
    }

    private static List<Object> set(Object value, Object... path) {
        return List.of(List.of(path), value);
    }

    @Test
    void a_finding_tells_the_place_the_rule_and_the_mended_value() {
        List<Diagnostic> findings = judge("sts-minimal", set("My_DB", "metadata", "name"));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0))
                .hasToString(
                        """
                ERROR    StatefulSet My_DB  metadata.name
                         found  "My_DB"
                         why    the API server refuses it: it must be 1 to 63 lower-case letters, digits and dashes, with no
                                dash at an end
                         fix    write my-db
                         rule   NameIsWellFormed""");
        assertThat(findings.get(0).refusal()).contains(new Refusal("FieldValueInvalid", "metadata.name"));
    }

    @Test
    void the_path_is_true_where_the_server_names_another() {
        List<Diagnostic> findings = judge(
                "sts-rich",
                set("/abs", "spec", "template", "spec", "containers", 0, "volumeMounts", 2, "subPath"),
                set("UPPER", "spec", "template", "spec", "volumes", 1, "name"));

        assertThat(findings)
                .extracting(Diagnostic::path)
                .containsExactlyInAnyOrder(
                        "spec.template.spec.volumes[1].name",
                        "spec.template.spec.containers[0].volumeMounts[2].name",
                        "spec.template.spec.containers[0].volumeMounts[2].subPath");
        assertThat(findings)
                .extracting(finding -> finding.refusal().orElseThrow().field())
                .containsExactlyInAnyOrder(
                        "spec.template.spec.volumes[3].name",
                        "spec.template.spec.containers[0].volumeMounts[2].name",
                        "spec.template.spec.containers[0].volumeMounts.subPath");
    }

    @Test
    void a_misspelt_word_is_answered_with_the_right_one() {
        List<Diagnostic> findings = judge("sts-minimal", set("parallel", "spec", "podManagementPolicy"));

        assertThat(findings).extracting(Diagnostic::fix).containsExactly("write Parallel");
    }

    @Test
    void a_mount_of_no_volume_is_answered_with_the_volumes_there_are() {
        List<Diagnostic> findings = judge(
                "sts-minimal", set("ghost", "spec", "template", "spec", "containers", 0, "volumeMounts", 0, "name"));

        assertThat(findings)
                .extracting(Diagnostic::fix)
                .containsExactly("write mysql-data, or add a volume of this name");
    }

    @Test
    void what_is_wrong_with_the_addresses_of_a_service_is_told_alone() {
        List<Diagnostic> findings = judge(
                "svc-client",
                set("none", "spec", "clusterIP"),
                set("UPPER", "metadata", "name"),
                set(0, "spec", "ports", 0, "port"));

        assertThat(findings).extracting(Diagnostic::path).containsExactly("spec.clusterIP");
        assertThat(findings.get(0).refusal()).contains(new Refusal("FieldValueInvalid", "spec.clusterIPs[0]"));
    }

    @Test
    void a_broken_selector_hides_the_pod_template() {
        List<Diagnostic> findings = judge(
                "sts-minimal",
                set("-bad-", "spec", "selector", "matchLabels", "app"),
                set("", "spec", "template", "spec", "containers", 0, "image"));

        assertThat(findings)
                .extracting(Diagnostic::path)
                .containsExactly("spec.selector.matchLabels[app]", "spec.selector");
    }

    @Test
    void a_kind_that_is_not_known_is_judged_by_its_metadata_alone() {
        Map<String, @Nullable Object> tree = Corpus.map(Map.of(
                "apiVersion",
                "example.com/v1",
                "kind",
                "Thing",
                "metadata",
                Map.of("name", "a/b", "labels", Map.of("-", "v"))));

        assertThat(Corpus.judged(Corpus.document(tree)))
                .containsExactly("FieldValueInvalid metadata.labels", "FieldValueInvalid metadata.name");
    }
}
