package dev.ordinal.core.rollout;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the controller reads of a set, with the defaults of the API server.
 *
 * @param start the first ordinal
 * @param replicas how many members are wanted; no more than {@link #MOST_MEMBERS} are rehearsed
 * @param ordered whether pods are managed one after the other: OrderedReady
 * @param onDelete whether pods are updated only when somebody deletes them
 * @param partition the index from which pods are updated, or null for a {@code RollingUpdate} without a block
 * @param minReady how many seconds a pod must be ready before it counts
 * @param deletesWithSet whether claims go with the set: {@code whenDeleted: Delete}
 * @param deletesWhenScaled whether claims go with a pod that is scaled away: {@code whenScaled: Delete}
 * @param claimTemplates the names of the claim templates
 */
record Spec(
        int start,
        int replicas,
        boolean ordered,
        boolean onDelete,
        @Nullable Integer partition,
        int minReady,
        boolean deletesWithSet,
        boolean deletesWhenScaled,
        List<String> claimTemplates) {
    /** Nobody reads a timeline of a thousand columns, and what holds for these holds for more. */
    static final int MOST_MEMBERS = 500;

    static Spec of(StatefulSet set) {
        StatefulSetSpec spec = set.getSpec() == null ? new StatefulSetSpec() : set.getSpec();
        StatefulSetPersistentVolumeClaimRetentionPolicy retention = spec.getPersistentVolumeClaimRetentionPolicy();
        StatefulSetUpdateStrategy strategy = spec.getUpdateStrategy();
        return new Spec(
                start(spec.getOrdinals()),
                Math.min(MOST_MEMBERS, orDefault(spec.getReplicas(), 1)),
                !"Parallel".equals(spec.getPodManagementPolicy()),
                strategy != null && "OnDelete".equals(strategy.getType()),
                partition(strategy),
                orDefault(spec.getMinReadySeconds(), 0),
                retention != null && "Delete".equals(retention.getWhenDeleted()),
                retention != null && "Delete".equals(retention.getWhenScaled()),
                claimTemplates(spec));
    }

    /** Whether a ready pod counts only after a while. */
    boolean settles() {
        return minReady > 0;
    }

    /** The last ordinal; below the first where no member is wanted. */
    int end() {
        return start + replicas - 1;
    }

    boolean wants(int ordinal) {
        return start <= ordinal && ordinal <= end();
    }

    private static int start(@Nullable StatefulSetOrdinals ordinals) {
        int start = ordinals == null ? 0 : orDefault(ordinals.getStart(), 0);
        return Math.min(start, Integer.MAX_VALUE - MOST_MEMBERS);
    }

    /** The server writes the block only where the type is not written: {@code type: RollingUpdate} alone gets none. */
    private static @Nullable Integer partition(@Nullable StatefulSetUpdateStrategy strategy) {
        RollingUpdateStatefulSetStrategy block = strategy == null ? null : strategy.getRollingUpdate();
        if (block != null) {
            return orDefault(block.getPartition(), 0);
        }
        boolean isTyped = strategy != null
                && strategy.getType() != null
                && !strategy.getType().isEmpty();
        return isTyped ? null : Integer.valueOf(0);
    }

    private static List<String> claimTemplates(StatefulSetSpec spec) {
        if (spec.getVolumeClaimTemplates() == null) {
            return List.of();
        }
        return spec.getVolumeClaimTemplates().stream()
                .filter(Objects::nonNull)
                .map(template -> nameOf(template.getMetadata()))
                .distinct()
                .toList();
    }

    static String nameOf(@Nullable ObjectMeta meta) {
        return meta == null || meta.getName() == null ? "" : meta.getName();
    }

    private static int orDefault(@Nullable Integer number, int otherwise) {
        return number == null ? otherwise : Math.max(0, number);
    }
}
