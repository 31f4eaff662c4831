package dev.ordinal.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.Given;
import dev.ordinal.core.diagnostic.Report;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardRulesTest {
    /** A set, its Service and its budget as they should be. */
    private static final String GOOD =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              serviceName: orders-db-headless
              replicas: 3
              selector: {matchLabels: {app: orders-db}}
              template:
                metadata: {labels: {app: orders-db}}
                spec:
                  automountServiceAccountToken: false
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  topologySpreadConstraints:
                    - {maxSkew: 1, topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: orders-db}}}
                  containers:
                    - name: postgres
                      image: postgres:18.1
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                      ports: [{name: sql, containerPort: 5432}]
                      readinessProbe: {exec: {command: [pg_isready, -q]}}
                      resources: {requests: {cpu: 500m, memory: 2Gi}}
                      volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {resources: {requests: {storage: 20Gi}}}
            ---
            kind: Service
            metadata: {name: orders-db-headless}
            spec: {clusterIP: None, selector: {app: orders-db}, ports: [{name: sql, port: 5432, targetPort: sql}]}
            ---
            kind: PodDisruptionBudget
            metadata: {name: orders-db}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: orders-db}}}
            """;

    /** What tutorials print for MySQL. */
    private static final String TUTORIAL =
            """
            kind: StatefulSet
            metadata: {name: mysql}
            spec:
              serviceName: mysql
              replicas: 3
              selector: {matchLabels: {app: mysql}}
              template:
                metadata: {labels: {app: mysql}}
                spec:
                  containers:
                    - name: mysql
                      image: mysql:5.7
                      ports: [{containerPort: 3306}]
                      volumeMounts: [{name: mysql-data, mountPath: /var/lib/mysql}]
              volumeClaimTemplates:
                - metadata: {name: mysql-data}
                  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            ---
            kind: Service
            metadata: {name: mysql}
            spec: {clusterIP: None, selector: {app: mysql}, ports: [{port: 3306}]}
            """;

    @Test
    void the_rules_are_sorted_and_told_once() {
        assertThat(names(StandardRules.all(Judge.STANDARD).stream())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_sound_manifest_has_no_findings() {
        assertThat(report(GOOD)).hasToString("no findings\n");
    }

    @Test
    void a_tutorial_works_and_is_regretted_in_eight_ways() {
        assertThat(report(TUTORIAL).diagnostics().stream().map(d -> d.severity() + " " + d.rule() + " " + d.path()))
                .containsExactly(
                        "WARNING BudgetExists ",
                        "WARNING PodsAreRestricted spec.template.spec",
                        "WARNING TokenIsMountedOnPurpose spec.template.spec.automountServiceAccountToken",
                        "WARNING ImageIsMaintained spec.template.spec.containers[0].image",
                        "WARNING ReadinessProbeExists spec.template.spec.containers[0].readinessProbe",
                        "WARNING RequestsAreSet spec.template.spec.containers[0].resources.requests",
                        "WARNING PodsAreSpread spec.template.spec.topologySpreadConstraints",
                        "WARNING SmallClaimsNameTheirClass spec.volumeClaimTemplates[0].spec.storageClassName");
    }

    private static Stream<String> names(Stream<Rule> rules) {
        return rules.map(Rule::name);
    }

    private static Report report(String yaml) {
        return Report.of(Judge.findings(Given.graph(yaml)));
    }
}
