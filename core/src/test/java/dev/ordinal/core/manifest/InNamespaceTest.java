package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InNamespaceTest {
    @Test
    void objects_that_say_no_namespace_are_put_into_one() {
        String unsaid =
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: conf}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: other, namespace: there}
                ---
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata: {name: high}
                value: 1
                """;
        Manifest placed = Manifest.parse(unsaid).inNamespace("shop");

        assertThat(placed.documents())
                .extracting(document -> document.ref().toString())
                .containsExactly("ConfigMap shop/conf", "ConfigMap there/other", "PriorityClass high");
        assertThat(placed.yaml()).contains("namespace: shop\n").contains("namespace: there\n");
    }
}
