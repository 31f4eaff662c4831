package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

/** What {@code kubectl get} shows beside what somebody applied is nobody's to prune, and least of all the data. */
class MadeByClusterTest {
    private static final String LIVE = PlanTest.SET
            + """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data-db-0, namespace: shop}
            spec: {accessModes: [ReadWriteOnce], volumeName: v, resources: {requests: {storage: 10Gi}}}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data-db-7, namespace: shop}
            spec: {accessModes: [ReadWriteOnce], volumeName: w, resources: {requests: {storage: 10Gi}}}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: backup-1
              namespace: shop
              ownerReferences: [{apiVersion: batch/v1, kind: CronJob, name: backup, uid: y, controller: true}]
            spec: {template: {spec: {restartPolicy: Never, containers: [{name: b, image: "b:1"}]}}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: kube-root-ca.crt, namespace: shop}
            data: {ca.crt: x}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: default, namespace: shop}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: kubernetes, namespace: default}
            spec: {ports: [{port: 443}]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: sh.helm.release.v1.db.v1, namespace: shop}
            type: helm.sh/release.v1
            """;

    @Test
    void only_what_somebody_applied_is_pruned() {
        Manifest running = Manifest.parse(LIVE);

        assertThat(Change.between(running, Manifest.parse(PlanTest.SET)).isEmpty())
                .isTrue();
        assertThat(Change.between(running, Manifest.parse(PlanTest.SET.replace("db:1", "db:2")))
                        .plan())
                .singleElement()
                .satisfies(step -> assertThat(step.title()).isEqualTo("Apply the wanted manifest"));
    }

    @Test
    void the_claims_of_a_set_that_goes_stay() {
        assertThat(Change.between(Manifest.parse(LIVE), Manifest.parse("")).objects())
                .singleElement()
                .hasToString("VANISHES StatefulSet shop/db, stay: data-db-0, data-db-1, data-db-7");
    }

    @Test
    void a_claim_that_no_set_made_is_pruned_with_a_warning() {
        String claim = LIVE.replace("data-db-7", "data-other-7");

        assertThat(Change.between(Manifest.parse(claim), Manifest.parse(PlanTest.SET))
                        .report()
                        .diagnostics())
                .singleElement()
                .satisfies(warning -> assertThat(warning.rule()).isEqualTo("PruningKeepsData"))
                .satisfies(warning -> assertThat(warning.object().name()).isEqualTo("data-other-7"));
    }
}
