package dev.ordinal.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.Given;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void a_pod_refers_to_what_it_runs_as_pulls_with_mounts_and_reads() {
        assertThat(
                        arrows(
                                """
                        kind: Deployment
                        metadata: {name: web, namespace: shop}
                        spec:
                          template:
                            spec:
                              serviceAccountName: runner
                              imagePullSecrets: [{name: pull}]
                              volumes:
                                - {name: a, configMap: {name: conf, items: [{key: db.conf, path: x}]}}
                                - {name: b, secret: {secretName: creds, optional: true, items: [{key: ca, path: y}]}}
                                - {name: c, persistentVolumeClaim: {claimName: shared}}
                                - {name: d, projected: {sources: [{secret: {name: tls, items: [{key: crt, path: z}]}}]}}
                              containers:
                                - name: web
                                  env:
                                    - {name: A, valueFrom: {configMapKeyRef: {name: conf, key: mode}}}
                                    - {name: B, valueFrom: {secretKeyRef: {name: creds, key: pw, optional: true}}}
                                  envFrom: [{configMapRef: {name: all}}, {secretRef: {name: more, optional: true}}]
                        """))
                .isEqualTo(
                        """
                        BINDS spec.template.spec.serviceAccountName -> ServiceAccount shop/runner
                        PULLS_WITH spec.template.spec.imagePullSecrets[0].name -> Secret shop/pull
                        MOUNTS spec.template.spec.volumes[0].configMap.name -> ConfigMap shop/conf
                        MOUNTS spec.template.spec.volumes[0].configMap.items[0].key -> ConfigMap shop/conf db.conf
                        MOUNTS spec.template.spec.volumes[1].secret.secretName -> Secret shop/creds optional
                        MOUNTS spec.template.spec.volumes[1].secret.items[0].key -> Secret shop/creds ca optional
                        MOUNTS spec.template.spec.volumes[2].persistentVolumeClaim.claimName -> PersistentVolumeClaim shop/shared
                        MOUNTS spec.template.spec.volumes[3].projected.sources[0].secret.name -> Secret shop/tls
                        MOUNTS spec.template.spec.volumes[3].projected.sources[0].secret.items[0].key -> Secret shop/tls crt
                        READS_KEY_OF spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key -> ConfigMap shop/conf mode
                        READS_KEY_OF spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.key -> Secret shop/creds pw optional
                        READS_KEY_OF spec.template.spec.containers[0].envFrom[0].configMapRef.name -> ConfigMap shop/all
                        READS_KEY_OF spec.template.spec.containers[0].envFrom[1].secretRef.name -> Secret shop/more optional
                        """);
    }

    @Test
    void services_budgets_and_policies_select_the_pods_of_their_namespace() {
        assertThat(
                        arrows(
                                """
                        kind: StatefulSet
                        metadata: {name: db}
                        spec: {serviceName: db-headless, template: {metadata: {labels: {app: db}}}}
                        ---
                        kind: StatefulSet
                        metadata: {name: db, namespace: other}
                        spec: {template: {metadata: {labels: {app: db}}}}
                        ---
                        kind: Service
                        metadata: {name: db-0, namespace: default}
                        spec: {selector: {app: db, statefulset.kubernetes.io/pod-name: db-0}}
                        ---
                        kind: PodDisruptionBudget
                        metadata: {name: db}
                        spec: {selector: {matchLabels: {app: db}}}
                        ---
                        kind: NetworkPolicy
                        metadata: {name: all}
                        spec: {podSelector: {}}
                        ---
                        kind: PodDisruptionBudget
                        metadata: {name: none}
                        spec: {}
                        """))
                .isEqualTo(
                        """
                        GOVERNED_BY spec.serviceName -> Service db-headless
                        SELECTS spec.selector -> StatefulSet db
                        SELECTS spec.selector -> StatefulSet db
                        SELECTS spec.podSelector -> StatefulSet db
                        """);
    }

    @Test
    void bindings_and_autoscalers_name_what_they_are_for() {
        assertThat(
                        arrows(
                                """
                        kind: RoleBinding
                        metadata: {name: db, namespace: shop}
                        roleRef: {kind: ClusterRole, name: view}
                        subjects:
                          - {kind: ServiceAccount, name: db, namespace: bank}
                          - {kind: User, name: jane}
                        ---
                        kind: HorizontalPodAutoscaler
                        metadata: {name: db, namespace: shop}
                        spec: {scaleTargetRef: {kind: StatefulSet, name: db}}
                        """))
                .isEqualTo(
                        """
                        BINDS roleRef.name -> ClusterRole shop/view
                        BINDS subjects[0].name -> ServiceAccount bank/db
                        SCALES spec.scaleTargetRef.name -> StatefulSet shop/db
                        """);
    }

    private static String arrows(String yaml) {
        StringBuilder text = new StringBuilder();
        for (Reference r : Given.graph(yaml).references()) {
            text.append(r.relation())
                    .append(' ')
                    .append(r.from().path())
                    .append(" -> ")
                    .append(r.to());
            r.key().ifPresent(key -> text.append(' ').append(key));
            text.append(r.optional() ? " optional\n" : "\n");
        }
        return text.toString();
    }
}
