package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

/** The fewest words there can be, and everything that follows from them. */
class SmallestAppTest {
    @Test
    void one_container_makes_a_set_and_its_headless_service() {
        assertThat(Manifest.of(StatefulApp.named("cache")
                                .container(ContainerSpec.named("redis").image("redis:8.0.6")))
                        .yaml())
                .isEqualTo(
                        """
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: cache-headless
                          labels:
                            app.kubernetes.io/name: cache
                        spec:
                          clusterIP: None
                          publishNotReadyAddresses: true
                          selector:
                            app.kubernetes.io/name: cache
                        ---
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata:
                          name: cache
                          labels:
                            app.kubernetes.io/name: cache
                        spec:
                          serviceName: cache-headless
                          replicas: 1
                          selector:
                            matchLabels:
                              app.kubernetes.io/name: cache
                          template:
                            metadata:
                              labels:
                                app.kubernetes.io/name: cache
                            spec:
                              automountServiceAccountToken: false
                              enableServiceLinks: false
                              securityContext:
                                runAsNonRoot: true
                                seccompProfile:
                                  type: RuntimeDefault
                              containers:
                                - name: redis
                                  image: redis:8.0.6
                                  securityContext:
                                    allowPrivilegeEscalation: false
                                    capabilities:
                                      drop:
                                        - ALL
                        """);
    }
}
