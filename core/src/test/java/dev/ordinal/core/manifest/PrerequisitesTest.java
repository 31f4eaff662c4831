package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrerequisitesTest {
    private static final String SET =
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              template:
                spec:
                  volumes:
                    - {name: tls, secret: {secretName: db-tls}}
            """;

    @Test
    void a_secret_that_nobody_makes_must_be_there() {
        assertThat(needs(SET)).containsExactly("Secret shop/db-tls, for StatefulSet shop/db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c, namespace: shop}, spec: {secretName: db-tls}}",
                "{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: e, namespace: shop}, spec: {target: {name: db-tls}}}",
                "{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: db-tls, namespace: shop}, spec: {}}",
                "{apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: db-tls, namespace: shop}, spec: {template: {metadata: {}}}}"
            })
    void a_secret_that_a_controller_makes_of_the_manifest_need_not_be(String maker) {
        assertThat(needs(SET + "---\n" + maker)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: db-tls, namespace: shop}, spec: {secretName: other}}",
                "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: db-tls, namespace: other}, spec: {secretName: db-tls}}",
                "{apiVersion: example.com/v1, kind: Certificate, metadata: {name: c, namespace: shop}, spec: {secretName: db-tls}}",
                "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c, namespace: shop}, spec: [1]}"
            })
    void other_secrets_and_other_kinds_do_not_count(String other) {
        assertThat(needs(SET + "---\n" + other)).isNotEmpty();
    }

    private static List<String> needs(String yaml) {
        return Manifest.parse(yaml).prerequisites().stream()
                .map(Prerequisite::toString)
                .toList();
    }
}
