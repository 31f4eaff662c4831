package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Refusal;
import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final String SET =
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              replicas: 3
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - name: db
                      image: db:1
                      volumeMounts: [{name: data, mountPath: /data}]
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;

    private static Change change(String from, String to) {
        return Change.between(Manifest.parse(SET), Manifest.parse(SET.replace(from, to)));
    }

    @Test
    void another_image_rolls_pods() {
        assertThat(change("db:1", "db:2").fields().toString())
                .isEqualTo("[ROLLS_PODS StatefulSet db spec.template.spec.containers[0].image: db:1 -> db:2]");
    }

    @Test
    void a_field_is_told_in_one_line_however_long_its_values_are() {
        String conf =
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: conf}
                data: {a: "%s"}
                """;
        Change change = Change.between(
                Manifest.parse(conf.formatted("x=1\\ny=2")), Manifest.parse(conf.formatted("x".repeat(500))));

        assertThat(change.fields())
                .singleElement()
                .hasToString("FREE ConfigMap conf data[a]: x=1\\ny=2 -> " + "x".repeat(120) + "…");
        assertThat(change.fields().get(0).after()).isEqualTo("x".repeat(500));
    }

    @Test
    void the_same_amount_in_other_words_is_no_change() {
        assertThat(change("1Gi", "1024Mi").isEmpty()).isTrue();
    }

    @Test
    void a_larger_claim_template_needs_another_set() {
        Change change = change("1Gi", "2Gi");

        assertThat(change.fields().toString())
                .isEqualTo("[RECREATION_ONLY StatefulSet db "
                        + "spec.volumeClaimTemplates[0].spec.resources.requests[storage]: 1Gi -> 2Gi]");
        assertThat(change.report().errors().stream().map(Diagnostic::refusal).flatMap(java.util.Optional::stream))
                .containsExactly(new Refusal("FieldValueForbidden", "spec"));
    }

    @Test
    void more_pods_are_free() {
        assertThat(change("replicas: 3", "replicas: 5").fields().get(0).effect())
                .isEqualTo(Effect.FREE);
    }

    @Test
    void fewer_pods_are_dangerous_where_their_claims_go_with_them() {
        String deletes =
                SET.replace("replicas: 3", "replicas: 3\n  persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}");
        Change change =
                Change.between(Manifest.parse(deletes), Manifest.parse(deletes.replace("replicas: 3", "replicas: 2")));

        assertThat(change.fields().toString()).isEqualTo("[DANGEROUS_TO_DATA StatefulSet db spec.replicas: 3 -> 2]");
    }

    @Test
    void other_ordinals_are_dangerous() {
        assertThat(change("replicas: 3", "replicas: 3\n  ordinals: {start: 1}")
                        .fields()
                        .get(0)
                        .effect())
                .isEqualTo(Effect.DANGEROUS_TO_DATA);
    }

    @Test
    void a_value_that_the_server_refuses_is_refused() {
        Change change = change("replicas: 3", "replicas: -1");

        assertThat(change.fields().get(0).effect()).isEqualTo(Effect.REFUSED);
        assertThat(change.report().errors().get(0).refusal())
                .contains(new Refusal("FieldValueInvalid", "spec.replicas"));
    }

    @Test
    void a_set_with_another_name_leaves_its_data() {
        Change change = change("metadata: {name: db}", "metadata: {name: database}");

        assertThat(change.objects().toString())
                .isEqualTo(
                        "[RENAMED StatefulSet database, before StatefulSet db, stay: data-db-0, data-db-1, data-db-2]");
        assertThat(change.report().errors()).extracting(Diagnostic::rule).containsExactly("SetKeepsItsName");
    }

    @Test
    void a_set_that_moves_to_another_namespace_leaves_its_data() {
        Change change = Change.between(
                Manifest.parse(SET.replace("{name: db}\n", "{name: db, namespace: shop}\n")),
                Manifest.parse(SET.replace("{name: db}\n", "{name: db, namespace: store}\n")));

        assertThat(change.objects().toString())
                .isEqualTo("[RENAMED StatefulSet store/db, before StatefulSet shop/db, stay: data-db-0, data-db-1,"
                        + " data-db-2]");
        assertThat(change.report().diagnostics())
                .singleElement()
                .hasToString(
                        """
                        WARNING  StatefulSet store/db  metadata.namespace
                                 at     <text>:3:22
                                 found  "store"
                                 why    the set db of the namespace shop, which it replaces, leaves its data behind in data-db-0,
                                        data-db-1, data-db-2, and claims are of one namespace; the new pods start empty
                                 fix    write namespace: shop, or move the data to claims of the new namespace before
                                 rule   SetKeepsItsNamespace""");
    }

    @Test
    void a_set_of_the_same_name_elsewhere_may_be_another_one() {
        Manifest shop = Manifest.parse(SET.replace("{name: db}\n", "{name: db, namespace: shop}\n"));
        Manifest both = Manifest.parse(SET.replace("{name: db}\n", "{name: db, namespace: shop}\n") + "---\n"
                + SET.replace("{name: db}\n", "{name: db, namespace: store}\n"));

        assertThat(Change.between(shop, both).objects().toString()).isEqualTo("[APPEARS StatefulSet store/db]");
        assertThat(Change.between(
                                shop,
                                Manifest.parse(SET.replace("{name: db}\n", "{name: db, namespace: store}\n")
                                        .replace("app: db", "app: other")
                                        .replace("1Gi", "2Gi")))
                        .objects())
                .hasSize(2);
    }

    @Test
    void a_set_that_is_pruned_leaves_its_claims_unless_it_says_otherwise() {
        Manifest nothing = Manifest.parse("");
        String deletes = SET.replace(
                "replicas: 3", "replicas: 1\n  persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}");

        assertThat(Change.between(Manifest.parse(SET), nothing).objects().toString())
                .isEqualTo("[VANISHES StatefulSet db, stay: data-db-0, data-db-1, data-db-2]");
        Change loses = Change.between(Manifest.parse(deletes), nothing);
        assertThat(loses.objects().toString()).isEqualTo("[VANISHES StatefulSet db, deleted: data-db-0]");
        assertThat(loses.report().diagnostics()).extracting(Diagnostic::rule).containsExactly("PruningKeepsData");
    }

    @Test
    void what_is_only_wanted_appears() {
        assertThat(Change.between(Manifest.parse(""), Manifest.parse(SET)).objects())
                .extracting(ObjectChange::toString)
                .containsExactly("APPEARS StatefulSet db");
    }
}
