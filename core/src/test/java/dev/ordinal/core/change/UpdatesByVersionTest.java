package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What may be changed was not always so. The sources are the release notes of Kubernetes 1.30 to 1.36, by the number of the
 * pull request, and the code at it.
 */
class UpdatesByVersionTest {
    private static final String SET =
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              revisionHistoryLimit: 5
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: "db:1.0.0"}]}
            """;
    private static final String CLAIM =
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data-db-0}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: fast
              volumeName: v
              volumeAttributesClassName: gold
              resources: {requests: {storage: 9Gi}}
            status: {phase: Bound, capacity: {storage: 1Gi}, currentVolumeAttributesClassName: gold}
            """;
    private static final String JOB =
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: copy}
            spec:
              suspend: true
              template:
                spec:
                  restartPolicy: Never
                  nodeSelector: {disk: slow}
                  containers: [{name: copy, image: "copy:1.0.0", resources: {requests: {cpu: 1}}}]
            """;
    private static final String STARTED = JOB + "status: {startTime: '2026-01-01T00:00:00Z'}\n";
    private static final String STOPPED =
            JOB + "status: {startTime: '2026-01-01T00:00:00Z', conditions: [{type: Suspended, status: 'True'}]}\n";

    private static List<String> refusals(String running, String version, String... edits) {
        String wanted = running;
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(wanted).contains(edits[i]);
            wanted = wanted.replace(edits[i], edits[i + 1]);
        }
        return Refusals.of(running, wanted, version);
    }

    /** 129017, in 1.33: its note speaks of negative numbers only, but it also lets the field change. */
    @Test
    void the_history_limit_of_a_set_changes_from_1_33_on() {
        assertThat(refusals(SET, "1.36", "Limit: 5", "Limit: 3")).isEmpty();
        assertThat(refusals(SET, "1.33", "Limit: 5", "Limit: 3")).isEmpty();
        assertThat(refusals(SET, "1.32", "Limit: 5", "Limit: 3")).containsExactly("FieldValueForbidden spec");
        assertThat(Change.between(
                                Manifest.parse(SET),
                                Manifest.parse(SET.replace("Limit: 5", "Limit: 3"))
                                        .forKubernetes("1.32"))
                        .report()
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.path()).isEqualTo("spec.revisionHistoryLimit"))
                .satisfies(error -> assertThat(error.why()).doesNotContain("revisionHistoryLimit"));
    }

    /** 128342, in 1.32: RecoverVolumeExpansionFailure is on. */
    @Test
    void a_growth_that_failed_is_taken_back_from_1_32_on() {
        assertThat(refusals(CLAIM, "1.36", "9Gi", "5Gi")).isEmpty();
        assertThat(refusals(CLAIM, "1.32", "9Gi", "5Gi")).isEmpty();
        assertThat(refusals(CLAIM, "1.31", "9Gi", "5Gi"))
                .containsExactly("FieldValueForbidden spec.resources.requests.storage");
        assertThat(refusals(CLAIM, "1.36", "9Gi", "1Gi"))
                .containsExactly("FieldValueForbidden spec.resources.requests.storage");
    }

    @Test
    void a_claim_that_is_not_bound_keeps_its_size() {
        String pending = CLAIM.replace("Bound", "Pending").replace(", capacity: {storage: 1Gi}", "");

        assertThat(refusals(pending, "1.36", "9Gi", "5Gi")).containsExactly("FieldValueForbidden spec");
        assertThat(refusals(pending, "1.31", "9Gi", "5Gi"))
                .containsExactly("FieldValueForbidden spec", "FieldValueForbidden spec.resources.requests.storage");
    }

    /** 131549 and 132106, in 1.34: before, the gate is off; since, only a class that was applied must stay. */
    @Test
    void another_class_of_volume_attributes_is_taken_from_1_34_on() {
        String field = "FieldValueForbidden spec.volumeAttributesClassName";
        String asked = CLAIM.replace(", currentVolumeAttributesClassName: gold", "");

        assertThat(refusals(CLAIM, "1.36", "ClassName: gold\n  res", "ClassName: iron\n  res"))
                .isEmpty();
        assertThat(refusals(CLAIM, "1.33", "ClassName: gold\n  res", "ClassName: iron\n  res"))
                .containsExactly(field);
        assertThat(refusals(CLAIM, "1.36", "ClassName: gold\n  res", "ClassName: null\n  res"))
                .containsExactly(field);
        assertThat(refusals(CLAIM, "1.36", "ClassName: gold\n  res", "ClassName: ''\n  res"))
                .containsExactly(field);
        assertThat(refusals(asked, "1.36", "ClassName: gold\n  res", "ClassName: null\n  res"))
                .isEmpty();
    }

    @Test
    void a_claim_without_a_class_gets_one_unless_its_old_annotation_names_another() {
        String none = CLAIM.replace("  storageClassName: fast\n", "");
        String named = none.replace(
                "{name: data-db-0}", "{name: data-db-0, annotations: {volume.beta.kubernetes.io/storage-class: slow}}");

        assertThat(refusals(none, "1.36", "volumeName: v\n", "volumeName: v\n  storageClassName: fast\n"))
                .isEmpty();
        assertThat(refusals(named, "1.36", "volumeName: v\n", "volumeName: v\n  storageClassName: slow\n"))
                .isEmpty();
        assertThat(refusals(named, "1.36", "volumeName: v\n", "volumeName: v\n  storageClassName: fast\n"))
                .containsExactly("FieldValueForbidden spec");
    }

    @Test
    void an_old_annotation_goes_when_its_class_gets_into_the_field() {
        String annotated = CLAIM.replace("  storageClassName: fast\n", "")
                .replace(
                        "{name: data-db-0}",
                        "{name: data-db-0, annotations: {volume.beta.kubernetes.io/storage-class: slow}}");
        String moved = CLAIM.replace("storageClassName: fast", "storageClassName: slow");

        assertThat(Refusals.of(annotated, moved)).isEmpty();
        assertThat(Refusals.of(annotated, CLAIM))
                .contains("FieldValueInvalid metadata.annotations.volume.beta.kubernetes.io/storage-class");
    }

    @Test
    void a_growth_that_an_older_server_keeps_a_record_of_is_taken_back_there_too() {
        String recorded = CLAIM.replace("capacity:", "allocatedResources: {storage: 9Gi}, capacity:");

        assertThat(refusals(recorded, "1.31", "requests: {storage: 9Gi}", "requests: {storage: 5Gi}"))
                .isEmpty();
    }

    /** 135965, in 1.36: the gates MutablePodResourcesForSuspendedJobs and MutableSchedulingDirectivesForSuspendedJobs are on. */
    @Test
    void a_suspended_job_takes_other_resources_from_1_36_on() {
        assertThat(refusals(JOB, "1.36", "cpu: 1", "cpu: 2")).isEmpty();
        assertThat(refusals(JOB, "1.35", "cpu: 1", "cpu: 2")).containsExactly("FieldValueInvalid spec.template");
    }

    @Test
    void a_job_that_never_started_takes_another_place_to_run_in_every_version() {
        assertThat(refusals(JOB, "1.36", "slow", "fast")).isEmpty();
        assertThat(refusals(JOB, "1.30", "slow", "fast")).isEmpty();
        assertThat(refusals(JOB, "1.30", "nodeSelector: {disk: slow}", "tolerations: [{operator: Exists}]"))
                .isEmpty();
        assertThat(refusals(JOB.replace("suspend: true", "suspend: false"), "1.36", "slow", "fast"))
                .containsExactly("FieldValueInvalid spec.template");
    }

    /** 135104: until 1.35 a Job that has started once stays as it is; since, it must be quiet: 139287 and KEP-5440. */
    @Test
    void a_job_that_has_started_must_be_quiet_again() {
        for (String change : List.of("slow", "cpu: 1")) {
            String to = change.equals("slow") ? "fast" : "cpu: 2";
            assertThat(refusals(STARTED, "1.36", change, to)).containsExactly("FieldValueInvalid spec.template");
            assertThat(refusals(STOPPED, "1.36", change, to)).isEmpty();
            assertThat(refusals(STOPPED, "1.35", change, to)).containsExactly("FieldValueInvalid spec.template");
            assertThat(refusals(STOPPED.replace("conditions", "active: 1, conditions"), "1.36", change, to))
                    .containsExactly("FieldValueInvalid spec.template");
        }
    }

    /** 132441: where resources may change, the rest of the pod is compared by itself. */
    @Test
    void the_image_of_a_suspended_job_stays() {
        assertThat(refusals(JOB, "1.36", "copy:1.0.0", "copy:2.0.0"))
                .containsExactly("FieldValueInvalid spec.template.spec");
        assertThat(refusals(JOB, "1.35", "copy:1.0.0", "copy:2.0.0"))
                .containsExactly("FieldValueInvalid spec.template");
    }

    @Test
    void a_suspended_job_gets_and_loses_an_affinity_that_is_about_nodes_only() {
        String nodes = "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: "
                + "[{matchExpressions: [{key: disk, operator: Exists}]}]}}}";
        String pods = "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: "
                + "[{topologyKey: zone, labelSelector: {matchLabels: {app: db}}}]}}";

        assertThat(refusals(JOB, "1.35", "nodeSelector: {disk: slow}", nodes)).isEmpty();
        assertThat(refusals(
                        JOB.replace("nodeSelector: {disk: slow}", nodes), "1.35", nodes, "nodeSelector: {disk: slow}"))
                .isEmpty();
        assertThat(refusals(JOB, "1.35", "nodeSelector: {disk: slow}", pods))
                .containsExactly("FieldValueInvalid spec.template");
    }

    /** 125751: elastic indexed Jobs are in every version. */
    @Test
    void an_indexed_job_grows_with_its_parallelism_only() {
        String indexed = JOB.replace("suspend: true", "completionMode: Indexed\n  completions: 2\n  parallelism: 2");

        assertThat(refusals(indexed, "1.30", "completions: 2\n  parallelism: 2", "completions: 3\n  parallelism: 3"))
                .isEmpty();
        assertThat(refusals(indexed, "1.36", "completions: 2", "completions: 3"))
                .containsExactly("FieldValueInvalid spec.completions");
        assertThat(refusals(indexed, "1.36", "completions: 2\n  ", ""))
                .containsExactly("FieldValueRequired spec.completions");
    }
}
