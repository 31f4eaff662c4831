package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

/** A volume stays where it is. */
class VolumeUpdatesTest {
    private static final String VOLUME =
            """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: disk-0}
            spec:
              capacity: {storage: 10Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: local
              local: {path: /disks/0}
              nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: host, operator: In, values: [a]}]}]}}
            """;

    @Test
    void what_the_server_and_the_binder_add_is_no_change() {
        String live = VOLUME
                + """
                  persistentVolumeReclaimPolicy: Retain
                  volumeMode: Filesystem
                  claimRef: {apiVersion: v1, kind: PersistentVolumeClaim, name: data-db-0, namespace: shop, uid: x}
                status: {phase: Bound}
                """;

        assertThat(Change.between(Manifest.parse(live), Manifest.parse(VOLUME)).isEmpty())
                .isTrue();
    }

    @Test
    void its_size_and_its_policy_are_free() {
        assertThat(Refusals.of(VOLUME, VOLUME.replace("10Gi", "20Gi") + "  persistentVolumeReclaimPolicy: Delete\n"))
                .isEmpty();
    }

    @Test
    void its_source_its_mode_and_its_place_stay() {
        assertThat(Refusals.of(VOLUME, VOLUME.replace("/disks/0", "/disks/1")))
                .containsExactly("FieldValueForbidden spec.persistentvolumesource");
        assertThat(Refusals.of(VOLUME, VOLUME + "  volumeMode: Block\n"))
                .containsExactly("FieldValueInvalid volumeMode");
        assertThat(Refusals.of(VOLUME, VOLUME.replace("[a]", "[b]"))).containsExactly("FieldValueInvalid nodeAffinity");
    }
}
