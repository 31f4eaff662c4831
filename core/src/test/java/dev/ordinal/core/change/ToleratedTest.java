package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an older server took and 1.36 would not take anew may stay as it is. */
class ToleratedTest {
    private static final String SERVICE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec:
              type: LoadBalancer
              selector: {app: db}
              externalIPs: [010.0.0.1]
              loadBalancerSourceRanges: [010.0.0.0/8]
              ports: [{port: 80}]
            """;
    private static final String POLICY =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db}
            spec:
              podSelector: {matchLabels: {app: '-bad'}}
              ingress: [{from: [{ipBlock: {cidr: 010.0.0.0/8}}]}]
            """;
    private static final String BUDGET =
            """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: db}
            spec:
              maxUnavailable: 1
              selector: {matchLabels: {app: '-bad'}}
            """;
    private static final String SCALER =
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: db}
            spec:
              scaleTargetRef: {apiVersion: apps/v1/v2, kind: StatefulSet, name: db}
              maxReplicas: 3
            """;
    private static final String CRON =
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: backup}
            spec:
              schedule: TZ=UTC 0 3 * * *
              jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: b, image: "b:1"}]}}}}
            """;

    private static String object(String kind) {
        return List.of(SERVICE, POLICY, BUDGET, SCALER, CRON).stream()
                .filter(object -> object.contains("kind: " + kind + "\n"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "Service, port: 80, port: 81",
        "NetworkPolicy, 'name: db', 'name: db, labels: {app: db}'",
        "PodDisruptionBudget, maxUnavailable: 1, maxUnavailable: 2",
        "HorizontalPodAutoscaler, maxReplicas: 3, maxReplicas: 4",
        "CronJob, b:1, b:2",
        "CronJob, TZ=UTC 0 3, CRON_TZ=UTC 0 4",
    })
    void what_runs_may_stay(String kind, String before, String after) {
        String running = object(kind);

        assertThat(Refusals.of(running, running.replace(before, after))).isEmpty();
        assertThat(Refusals.of("", running)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Service, 010.0.0.1, 010.0.0.2, FieldValueInvalid spec.externalIPs[0]",
        "Service, '[010.0.0.1', '[10.0.0.9, 010.0.0.2', FieldValueInvalid spec.externalIPs[1]",
        "NetworkPolicy, 010.0.0.0/8, 010.0.0.0/9, FieldValueInvalid spec.ingress[0].from[0].ipBlock.cidr",
        "HorizontalPodAutoscaler, apps/v1/v2, apps/v1/v3, FieldValueInvalid spec.scaleTargetRef.apiVersion",
    })
    void another_one_may_not_come(String kind, String before, String after, String refusal) {
        String running = object(kind);

        assertThat(Refusals.of(running, running.replace(before, after))).contains(refusal);
    }

    @Test
    void a_zone_is_not_said_twice() {
        String both = CRON.replace("  schedule", "  timeZone: Etc/UTC\n  schedule");

        assertThat(Refusals.of(CRON, both)).contains("FieldValueInvalid spec.schedule");
    }

    /** It is not decoded, so nothing else is looked at. */
    @Test
    void an_object_that_cannot_be_read_is_not_judged_further() {
        String good = BUDGET.replace("'-bad'", "db");
        Change change = Change.between(
                Manifest.parse(good), Manifest.parse(BUDGET.replace("spec:\n", "spec:\n  noSuchField: 1\n")));

        assertThat(change.report().errors()).singleElement().satisfies(error -> assertThat(error.path())
                .isEqualTo("spec.noSuchField"));
        assertThat(change.fields()).extracting(FieldChange::effect).containsOnly(Effect.REFUSED);
    }
}
