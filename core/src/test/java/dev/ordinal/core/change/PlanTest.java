package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.manifest.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps for what cannot be applied in one go. */
class PlanTest {
    static final String SET =
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
                - metadata: {name: data}
                  spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 10Gi}}}
            """;

    private static Change change(String from, String to) {
        return between(SET, SET.replace(from, to));
    }

    private static Change between(String running, String wanted) {
        return Change.between(Manifest.parse(running), Manifest.parse(wanted));
    }

    private static List<String> titles(Plan plan) {
        return plan.stream().map(Step::title).toList();
    }

    @Test
    void nothing_is_to_be_done_for_no_change() {
        assertThat(between(SET, SET).plan()).isEmpty();
        assertThat(between(SET, SET).canary()).isEmpty();
    }

    @Test
    void what_can_be_applied_in_one_go_is_one_step() {
        assertThat(change("db:1", "db:2").plan().text())
                .isEqualTo(
                        """
                        1. Apply the wanted manifest
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                           until  kubectl -n shop rollout status statefulset db --timeout=10m
                        """);
    }

    @Test
    void a_volume_grows_claim_by_claim_under_running_pods() {
        assertThat(change("10Gi", "50Gi").plan().text())
                .isEqualTo(
                        """
                        1. See that the volumes can grow
                           why    A storage class must allow it; otherwise the size can only be had with new claims.
                           run    test "$(kubectl get storageclass fast -o jsonpath='{.allowVolumeExpansion}')" = true
                        2. Grow claim data-db-0 to 50Gi
                           why    The controller never changes a claim that exists. A driver that cannot grow a mounted file system goes on when the pod is deleted and comes back.
                           run    kubectl -n shop patch pvc data-db-0 --type merge -p '{"spec":{"resources":{"requests":{"storage":"50Gi"}}}}'
                           until  kubectl -n shop get pvc data-db-0 -o jsonpath='{.status.capacity.storage} {.status.conditions[*].type}' | grep -vqE '^(10Gi)? |Resiz'
                        3. Grow claim data-db-1 to 50Gi
                           why    The controller never changes a claim that exists. A driver that cannot grow a mounted file system goes on when the pod is deleted and comes back.
                           run    kubectl -n shop patch pvc data-db-1 --type merge -p '{"spec":{"resources":{"requests":{"storage":"50Gi"}}}}'
                           until  kubectl -n shop get pvc data-db-1 -o jsonpath='{.status.capacity.storage} {.status.conditions[*].type}' | grep -vqE '^(10Gi)? |Resiz'
                        4. Delete the set db, but not its pods
                           why    What changes in it cannot be changed in place. The pods run on, and the new set takes them over; until then nobody replaces one that fails.
                           run    kubectl -n shop delete statefulset db --cascade=orphan --ignore-not-found
                           until  ! kubectl -n shop get statefulset db >/dev/null 2>&1
                        5. Apply the wanted manifest
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                           until  kubectl -n shop rollout status statefulset db --timeout=10m
                        """);
    }

    @Test
    void the_class_is_asked_of_a_claim_where_the_template_names_none() {
        String bare = SET.replace("storageClassName: fast, ", "");
        assertThat(between(bare, bare.replace("10Gi", "50Gi")).plan().get(0).commands())
                .contains("test \"$(kubectl get storageclass \"$(kubectl -n shop get pvc data-db-0"
                        + " -o jsonpath='{.spec.storageClassName}')\" -o jsonpath='{.allowVolumeExpansion}')\" = true");
    }

    @Test
    void there_is_no_plan_by_which_a_volume_shrinks() {
        Change change = change("10Gi", "5Gi");

        assertThat(change.plan()).isEmpty();
        assertThat(change.report().errors())
                .extracting(Diagnostic::rule)
                .containsExactly("ClaimsDoNotShrink", "UpdateIsAllowed");
    }

    @Test
    void pods_are_labelled_before_a_set_with_another_selector_takes_them_over() {
        assertThat(change("app: db}", "app: db, tier: store}").plan().text())
                .isEqualTo(
                        """
                        1. Delete the set db, but not its pods
                           why    What changes in it cannot be changed in place. The pods run on, and the new set takes them over; until then nobody replaces one that fails.
                           run    kubectl -n shop delete statefulset db --cascade=orphan --ignore-not-found
                           until  ! kubectl -n shop get statefulset db >/dev/null 2>&1
                        2. Give the pods the labels of the new selector
                           why    The new set takes over only pods that it selects; it cannot make others of the same names.
                           run    kubectl -n shop label pods db-0 db-1 tier=store --overwrite
                        3. Apply the wanted manifest
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                           until  kubectl -n shop rollout status statefulset db --timeout=10m
                        """);
    }

    /** Kubernetes issue 141876: the controller does not get past a pod that it cannot give the new volume. */
    @Test
    void pods_are_deleted_from_the_first_on_for_another_claim_template() {
        String wal = "volumeClaimTemplates:\n    - metadata: {name: wal}\n      spec: {accessModes: [ReadWriteOnce],"
                + " resources: {requests: {storage: 1Gi}}}";

        Plan plan = change("volumeClaimTemplates:", wal).plan();

        assertThat(titles(plan))
                .containsExactly(
                        "Delete the set db, but not its pods",
                        "Apply the wanted manifest",
                        "Delete the pod db-0",
                        "Delete the pod db-1");
        assertThat(plan.get(1).check()).isEmpty();
        assertThat(plan.get(2).reason())
                .isEqualTo(
                        "It has no volume wal, and a pod that exists can be given none: the controller stops at it and does"
                                + " nothing for the pods after it.");
    }

    @Test
    void pods_are_labelled_as_the_expressions_of_a_selector_want_it() {
        String expressions = "selector: {matchLabels: {app: db}, matchExpressions: [{key: tier, operator: In, values: "
                + "[store, cache]}, {key: own, operator: Exists}]}";

        assertThat(between(
                                SET,
                                SET.replace("selector: {matchLabels: {app: db}}", expressions)
                                        .replace("labels: {app: db}", "labels: {app: db, tier: cache, own: x}"))
                        .plan()
                        .get(1)
                        .commands())
                .containsExactly("kubectl -n shop label pods db-0 db-1 tier=cache own=x --overwrite");
    }

    @Test
    void pods_are_restarted_for_another_headless_service() {
        assertThat(titles(change("serviceName: db", "serviceName: db-headless").plan()))
                .containsExactly(
                        "Delete the set db, but not its pods", "Apply the wanted manifest", "Restart the pods of db");
    }

    @Test
    void a_canary_rolls_the_last_pod_first() {
        assertThat(change("db:1", "db:2").canary().text())
                .isEqualTo(
                        """
                        1. Hold all pods of db but the last back
                           why    A partition keeps the old template for the ordinals below it.
                           run    kubectl -n shop patch statefulset db --type merge -p '{"spec":{"updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"partition":1}}}}'
                        2. Apply the wanted manifest
                           why    Only the pod with the highest ordinal is replaced.
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                           until  kubectl -n shop rollout status statefulset db --timeout=10m
                        3. Let the other pods of db follow
                           why    Look at db-1 first: its log, its part in the cluster, what its clients see. To go back, apply the old manifest instead.
                           run    kubectl -n shop patch statefulset db --type merge -p '{"spec":{"updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"partition":0}}}}'
                           until  kubectl -n shop rollout status statefulset db --timeout=10m
                        """);
    }

    @Test
    void pods_that_are_updated_on_delete_are_deleted_one_by_one() {
        String onDelete = SET.replace("  replicas: 2", "  replicas: 2\n  updateStrategy: {type: OnDelete}");
        assertThat(between(onDelete, onDelete.replace("db:1", "db:2")).plan().text())
                .isEqualTo(
                        """
                        1. Apply the wanted manifest
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                        2. Delete the pod db-1
                           why    The set is updated OnDelete: a pod gets the new template when somebody deletes it.
                           run    kubectl -n shop delete pod db-1
                           until  [ "$(kubectl -n shop get pod db-1 -o jsonpath='{.metadata.labels.controller-revision-hash}')" = "$(kubectl -n shop get statefulset db -o jsonpath='{.status.updateRevision}')" ] && kubectl -n shop wait pod/db-1 --for=condition=Ready --timeout=10m
                        3. Delete the pod db-0
                           why    The set is updated OnDelete: a pod gets the new template when somebody deletes it.
                           run    kubectl -n shop delete pod db-0
                           until  [ "$(kubectl -n shop get pod db-0 -o jsonpath='{.metadata.labels.controller-revision-hash}')" = "$(kubectl -n shop get statefulset db -o jsonpath='{.status.updateRevision}')" ] && kubectl -n shop wait pod/db-0 --for=condition=Ready --timeout=10m
                        """);
    }

    @Test
    void the_pod_that_a_stuck_roll_out_waits_for_is_deleted_by_hand() {
        String stuck = SET.replace("db:1", "db:typo")
                + "status: {replicas: 2, readyReplicas: 1, updatedReplicas: 1, currentRevision: db-1, updateRevision: db-2}\n";
        Change change = between(stuck, SET);

        assertThat(change.plan().get(1).commands()).containsExactly("kubectl -n shop delete pod db-1");
        assertThat(change.plan().text()).doesNotContain("rollout status statefulset db --timeout=10m\n2.");
        assertThat(change.report().diagnostics())
                .singleElement()
                .hasToString(
                        """
                        WARNING  StatefulSet shop/db  spec.template
                                 at     <text>:8:3
                                 found  db-1 of the running revision is not ready
                                 why    the controller waits until it is, which with the running template may be never, and does not
                                        try the new one
                                 fix    run kubectl delete pod db-1 after the new template is applied
                                 rule   RolloutCanGoOn""");
    }

    @Test
    void what_cannot_be_changed_in_place_is_deleted_first() {
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {ports: [{port: 1}]}\n";
        assertThat(between(service, service.replace("{ports", "{clusterIP: None, ports"))
                        .plan()
                        .text())
                .isEqualTo(
                        """
                        1. Delete Service db, to be created anew
                           why    What changes in it cannot be changed in place. Until the next step it is missing.
                           run    kubectl delete service db --ignore-not-found --wait
                           until  ! kubectl get service db >/dev/null 2>&1
                        2. Apply the wanted manifest
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                        """);
    }

    @Test
    void what_is_no_longer_wanted_goes_last() {
        String config = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: old, namespace: shop}\n";
        assertThat(titles(between(SET + config, SET.replace("db:1", "db:2")).plan()))
                .containsExactly("Apply the wanted manifest", "Delete ConfigMap old");
        assertThat(titles(between(SET + config, config).plan()))
                .containsExactly("Apply the wanted manifest", "Delete StatefulSet db");
    }

    @Test
    void a_set_is_renamed_only_on_purpose() {
        String renamed = SET.replace("{name: db, ", "{name: store, ");
        assertThat(between(SET, renamed).plan()).isEmpty();
        Change change = between(
                SET,
                renamed.replace(
                        "namespace: shop}",
                        "namespace: shop, annotations: {ordinal.dev/allow-change.SetKeepsItsName: restored from a dump}}"));

        assertThat(change.report())
                .hasToString("no findings\nallowed  SetKeepsItsName  StatefulSet shop/store: restored from a dump\n");
        assertThat(change.plan().text())
                .isEqualTo(
                        """
                        1. Apply the wanted manifest
                           run    kubectl apply -f "${WANTED:-wanted.yaml}"
                           until  kubectl -n shop rollout status statefulset store --timeout=10m
                        2. Delete StatefulSet db
                           why    It is not in the wanted manifest. Its claims data-db-0, data-db-1 stay.
                           run    kubectl -n shop delete statefulset db --ignore-not-found
                           until  ! kubectl -n shop get statefulset db >/dev/null 2>&1
                        """);
    }

    @Test
    void there_is_no_plan_to_what_the_server_refuses() {
        assertThat(change("replicas: 2", "replicas: -2").plan()).isEmpty();
        assertThat(change("replicas: 2", "replicas: two").plan()).isEmpty();
    }

    @Test
    void names_of_bad_manifests_do_not_become_commands() {
        String evil = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"x; rm -rf '/'\"}\n";
        assertThat(between(SET + "---\n" + evil, SET).plan().script())
                .contains("kubectl delete configmap 'x; rm -rf '\\''/'\\''' --ignore-not-found\n");
    }

    @Test
    void a_script_stops_at_the_first_check_that_fails() {
        assertThat(change("db:1", "db:2").plan().script())
                .startsWith("#!/usr/bin/env bash\n")
                .contains("set -euo pipefail\n")
                .endsWith(
                        """

                        echo '1. Apply the wanted manifest'
                        kubectl apply -f "${WANTED:-wanted.yaml}"
                        await 'kubectl -n shop rollout status statefulset db --timeout=10m'
                        """);
    }

    @Test
    void a_page_has_a_heading_and_blocks_to_copy() {
        assertThat(change("serviceName: db", "serviceName: db2").plan().markdown())
                .endsWith(
                        """

                        ### 3. Restart the pods of db

                        Each pod keeps the name that it got from the old headless Service until it is replaced.

                        ```sh
                        kubectl -n shop rollout restart statefulset db
                        ```

                        Go on when this succeeds:

                        ```sh
                        kubectl -n shop rollout status statefulset db --timeout=10m
                        ```
                        """);
    }
}
