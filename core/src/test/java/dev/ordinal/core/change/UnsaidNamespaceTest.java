package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

/** What the cluster gives back says its namespace; what is applied with {@code kubectl -n} often does not. */
class UnsaidNamespaceTest {
    private static final String SETTINGS =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: conf}
            data: {a: b}
            ---
            """;
    private static final String UNSAID = SETTINGS + PlanTest.SET.replace(", namespace: shop", "");
    private static final String SAID = SETTINGS.replace("{name: conf}", "{name: conf, namespace: shop}") + PlanTest.SET;
    private static final String CLASS =
            """
            ---
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: example.com/disk
            """;

    private static Change change(String running, String wanted) {
        return Change.between(Manifest.parse(running), Manifest.parse(wanted));
    }

    @Test
    void the_wanted_objects_are_in_the_one_namespace_of_the_running_ones() {
        assertThat(change(SAID + CLASS, UNSAID + CLASS).isEmpty()).isTrue();
        assertThat(change(SAID, UNSAID.replace("db:1", "db:2")).plan().text())
                .isEqualTo(
                        """
                        1. Apply the wanted manifest
                           run    kubectl -n shop apply -f "${WANTED:-wanted.yaml}"
                           until  kubectl -n shop rollout status statefulset db --timeout=10m
                        """);
        assertThat(change(SAID, UNSAID.replace("db:1", "db:2")).canary().get(1).commands())
                .containsExactly("kubectl -n shop apply -f \"${WANTED:-wanted.yaml}\"");
    }

    @Test
    void what_is_found_is_still_found_in_its_place() {
        assertThat(change(SAID, UNSAID.replace("replicas: 2", "replicas: -1"))
                        .report()
                        .lines())
                .startsWith("<text>:11:3: error: StatefulSet shop/db spec.replicas: found -1");
        assertThat(change(SAID, UNSAID.replace("replicas: 2", "replicas: 2\n  noSuchField: 1"))
                        .report()
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.object()).hasToString("StatefulSet shop/db"));
    }

    @Test
    void where_several_namespaces_are_said_nothing_is_taken_for_granted() {
        String two = SAID.replace("{name: conf, namespace: shop}", "{name: conf, namespace: other}");

        assertThat(change(two, UNSAID).objects()).hasSize(4);
        assertThat(change(SAID, two).objects()).hasSize(2);
        assertThat(change(UNSAID, SAID).objects()).isNotEmpty();
    }
}
