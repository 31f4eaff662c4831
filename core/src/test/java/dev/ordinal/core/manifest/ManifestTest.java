package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.rule.Rule;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
    private static final String TWO =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: shop
            data:
              on: "yes"
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: settings
              namespace: shop
            """;

    @TempDir
    Path folder;

    @Test
    void what_is_rendered_is_printed_in_order() {
        assertThat(Manifest.of(() -> new Rendered(List.of(config("settings"), account("settings")), List.of()))
                        .yaml())
                .isEqualTo(TWO.replace("  on:", "  \"on\":"));
    }

    @Test
    void what_is_printed_reads_back_as_the_same_graph() {
        Manifest manifest = Manifest.of(() -> new Rendered(List.of(config("a"), account("b")), List.of()));
        Manifest again = Manifest.parse(manifest.yaml());
        assertThat(again.graph().objects()).isEqualTo(manifest.graph().objects());
        assertThat(again.yaml()).isEqualTo(manifest.yaml());
    }

    /** A rule of somebody's own. */
    private static final class AccountsAreLabelled implements Rule {
        @Override
        public String about() {
            return "Every account says whose it is.";
        }

        @Override
        public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
            for (Located<ServiceAccount> account : graph.objects(ServiceAccount.class)) {
                found.accept(account.warning(name(), "no team", "nobody answers for it", "add the label team"));
            }
        }
    }

    @Test
    void more_rules_judge_with_the_others() {
        Manifest manifest = Manifest.parse(TWO).checkedBy(new AccountsAreLabelled());

        assertThat(manifest.report())
                .hasToString(
                        """
                        WARNING  ServiceAccount shop/settings
                                 at     <text>:9:1
                                 found  no team
                                 why    nobody answers for it
                                 fix    add the label team
                                 rule   AccountsAreLabelled

                        0 errors, 1 warning
                        """);
        assertThat(manifest.withClaims().report().diagnostics()).hasSize(1);
        assertThat(manifest.checkedBy().report()).hasToString(manifest.report().toString());
    }

    @Test
    void claims_are_added_once() {
        Manifest claims = Manifest.parse(
                        """
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata: {name: db}
                        spec:
                          template: {}
                          volumeClaimTemplates: [{metadata: {name: data}}]
                        """)
                .withClaims();

        assertThat(claims.graph().objects()).hasSize(2);
        assertThat(claims.withClaims().graph().objects())
                .isEqualTo(claims.graph().objects());
    }

    @Test
    void what_more_rules_find_can_be_allowed() {
        String allowed = TWO.replace(
                        "  name: settings\n  namespace: shop\n---\n", "  name: settings\n  namespace: shop\n---\n")
                .replace(
                        "kind: ServiceAccount\nmetadata:\n",
                        "kind: ServiceAccount\nmetadata:\n  annotations: {ordinal.dev/allow.AccountsAreLabelled: a trial}\n");
        Manifest manifest = Manifest.parse(allowed).checkedBy(new AccountsAreLabelled());

        assertThat(manifest.report())
                .hasToString(
                        """
                        no findings
                        allowed  AccountsAreLabelled  ServiceAccount shop/settings: a trial
                        """);
        assertThat(manifest.withClaims().report()).hasToString(manifest.report().toString());
    }

    @Test
    void a_manifest_with_errors_has_no_text() {
        Diagnostic fault = new Diagnostic(
                Severity.ERROR, "AlwaysWrong", ObjectRef.of("App", null, "a"), "x", "1", "it is wrong", "mend it");
        Manifest manifest = Manifest.of(() -> new Rendered(List.of(config("settings")), List.of(fault)));
        assertThatThrownBy(manifest::yaml)
                .isInstanceOf(InvalidManifestException.class)
                .hasMessage(
                        """
                        The manifest has errors:

                        ERROR    App a  x
                                 found  1
                                 why    it is wrong
                                 fix    mend it
                                 rule   AlwaysWrong

                        1 error, 0 warnings
                        """)
                .satisfies(
                        e -> assertThat(((InvalidManifestException) e).report()).isEqualTo(manifest.report()));
        assertThatThrownBy(() -> manifest.writeTo(folder)).isInstanceOf(InvalidManifestException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void good_documents_are_read_beside_bad_ones_and_findings_say_where() {
        Manifest manifest = Manifest.parse(TWO + "---\nkind: [\n---\n" + TWO.replace("settings", "others"));
        assertThat(manifest.graph().objects()).hasSize(4);
        assertThat(manifest.report().diagnostics()).singleElement().satisfies(fault -> {
            assertThat(fault.position().orElseThrow().line()).isBetween(15, 17);
            assertThat(fault.severity()).isEqualTo(Severity.ERROR);
        });
    }

    @Test
    void nothing_is_said_of_what_refers_to_an_object_that_could_not_be_read() {
        assertThat(Manifest.parse(
                                """
                                apiVersion: apps/v1
                                kind: StatefulSet
                                metadata: {name: db}
                                spec:
                                  serviceName: db
                                  selector: {matchLabels: {app: db}}
                                  template:
                                    metadata: {labels: {app: db}}
                                    spec: {containers: [{name: db, image: "db:1"}]}
                                ---
                                apiVersion: v1
                                kind: Service
                                metadata: {name: db}
                                spec: {clusterIP: None, ports: 5432}
                                """)
                        .report()
                        .errors())
                .singleElement()
                .satisfies(
                        error -> assertThat(error.object() + " " + error.path()).isEqualTo("Service db spec.ports"));
    }

    @Test
    void a_folder_holds_one_file_an_object_in_apply_order_and_an_index() throws Exception {
        List<Path> files = Manifest.parse(TWO).writeTo(folder);
        assertThat(files)
                .containsExactly(
                        folder.resolve("10-serviceaccount-settings.yaml"),
                        folder.resolve("20-configmap-settings.yaml"),
                        folder.resolve("kustomization.yaml"));
        assertThat(folder.resolve("kustomization.yaml"))
                .hasContent(
                        """
                        # Written by Ordinal: the files of this manifest in apply order.
                        apiVersion: kustomize.config.k8s.io/v1beta1
                        kind: Kustomization
                        resources:
                          - 10-serviceaccount-settings.yaml
                          - 20-configmap-settings.yaml
                        """);
        assertThat(Manifest.read(folder).graph().objects())
                .containsExactlyInAnyOrderElementsOf(Manifest.parse(TWO).graph().objects());
    }

    @Test
    void what_a_later_manifest_no_longer_holds_is_removed_and_nothing_else() throws Exception {
        Path mine = Files.writeString(folder.resolve("20-configmap-mine.yaml"), "mine");
        Manifest.parse(TWO).writeTo(folder);
        Manifest.parse(TWO.substring(0, TWO.indexOf("---"))).writeTo(folder);
        try (var left = Files.list(folder)) {
            assertThat(left)
                    .containsExactlyInAnyOrder(
                            mine, folder.resolve("20-configmap-settings.yaml"), folder.resolve("kustomization.yaml"));
        }
        assertThat(mine).hasContent("mine");
    }

    @Test
    void objects_of_one_kind_and_name_in_two_namespaces_get_two_files() {
        assertThat(Manifest.parse(TWO + "---\n" + TWO.replace("shop", "test")).writeTo(folder))
                .contains(
                        folder.resolve("20-configmap-shop.settings.yaml"),
                        folder.resolve("20-configmap-test.settings.yaml"));
    }

    @Test
    void one_file_holds_all() {
        Path file = Manifest.parse(TWO).writeToFile(folder.resolve("deep/all.yaml"));
        assertThat(file).hasContent(Manifest.parse(TWO).yaml());
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void the_claims_of_the_controller_are_printed_on_request() {
        Manifest set = Manifest.parse(
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: shop}
                spec:
                  serviceName: db
                  replicas: 2
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec:
                      containers:
                        - name: db
                          image: db:1
                          volumeMounts: [{name: data, mountPath: /data}]
                  volumeClaimTemplates:
                    - metadata: {name: data, labels: {tier: gold}}
                      spec:
                        accessModes: [ReadWriteOnce]
                        resources: {requests: {storage: 20Gi}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: db, namespace: shop}
                spec: {clusterIP: None, selector: {app: db}}
                """);
        Manifest withClaims = set.withClaims();
        assertThat(withClaims.report()).hasToString(set.report().toString());
        assertThat(withClaims.yaml())
                .isEqualTo(
                        """
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata:
                          name: data-db-0
                          namespace: shop
                          labels:
                            tier: gold
                            app: db
                        spec:
                          accessModes:
                            - ReadWriteOnce
                          resources:
                            requests:
                              storage: 20Gi
                        ---
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata:
                          name: data-db-1
                          namespace: shop
                          labels:
                            tier: gold
                            app: db
                        spec:
                          accessModes:
                            - ReadWriteOnce
                          resources:
                            requests:
                              storage: 20Gi
                        ---
                        """
                                + set.yaml());
    }

    @Test
    void a_folder_that_cannot_be_written_stays_as_it_was() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> Manifest.parse(TWO).writeTo(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Cannot write the manifest to " + file);
        assertThat(file).hasContent("in the way");
    }

    @Test
    void a_file_that_does_not_exist_is_a_finding() {
        Path none = folder.resolve("none.yaml");
        assertThat(Manifest.read(none).report())
                .hasToString(
                        """
                        ERROR    File %s
                                 found  no such file
                                 why    nothing of it is in the manifest
                                 fix    name a file or a directory that exists and can be read
                                 rule   FileIsReadable

                        1 error, 0 warnings
                        """
                                .formatted(none));
    }

    @Test
    void a_manifest_is_judged_for_the_version_that_is_asked_for() {
        Manifest manifest = Manifest.parse(
                """
                apiVersion: v1
                kind: Service
                metadata:
                  name: db
                spec:
                  trafficDistribution: PreferSameNode
                  selector: {app: db}
                  ports: [{port: 5432}]
                """);
        assertThat(manifest.kubernetes()).hasToString("1.36");
        assertThat(manifest.report().hasErrors()).isFalse();
        Manifest older = manifest.forKubernetes("v1.33.4");
        assertThat(older.kubernetes()).hasToString("1.33");
        assertThat(older.report().lines())
                .startsWith(
                        """
                        <text>:6:3: error: Service db spec.trafficDistribution: found "PreferSameNode" \
                        - the API server of Kubernetes 1.33 refuses it: only PreferClose is known; \
                        fix: write PreferClose, or run Kubernetes 1.34 or later [FieldIsServed]
                        """);
        assertThat(older.report().errors().get(0).refusal()).isEmpty();
        assertThat(older.forKubernetes("1.34").report().hasErrors()).isFalse();
        assertThat(older.withClaims().report().errors())
                .isEqualTo(older.report().errors());
    }

    @Test
    void findings_in_objects_of_one_name_point_into_the_object_that_has_them() {
        String claim = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  \"%s\": x\n";
        assertThat(Manifest.parse(claim.formatted("fine") + "---\n" + claim.formatted("not fine"))
                        .report()
                        .errors())
                .anySatisfy(error ->
                        assertThat(error.position().orElseThrow().line()).isEqualTo(11));
    }

    private static HasMetadata config(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("shop")
                .endMetadata()
                .withData(Map.of("on", "yes"))
                .build();
    }

    private static HasMetadata account(String name) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("shop")
                .endMetadata()
                .build();
    }
}
