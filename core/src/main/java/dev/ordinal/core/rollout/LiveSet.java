package dev.ordinal.core.rollout;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.jspecify.annotations.Nullable;

/**
 * The set as it is stored, with the two values of its status on which the controller decides later.
 *
 * @param id what tells it from other sets of the same name
 * @param object the stored object, never changed
 * @param spec what the controller reads of it
 * @param current the revision of the last completed rollout, or null before the first sync
 * @param currentReplicas how many pods the last sync counted on that revision
 */
record LiveSet(int id, StatefulSet object, Spec spec, @Nullable Revision current, int currentReplicas) {
    static LiveSet created(int id, StatefulSet object) {
        return new LiveSet(id, object, Spec.of(object), null, 0);
    }

    LiveSet updated(StatefulSet next) {
        return new LiveSet(id, next, Spec.of(next), current, currentReplicas);
    }

    LiveSet counted(Revision nextCurrent, int nextReplicas) {
        return new LiveSet(id, object, spec, nextCurrent, nextReplicas);
    }
}
