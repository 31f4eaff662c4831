package dev.ordinal.core.rollout;

import dev.ordinal.core.rollout.Step.State;
import java.util.List;

/**
 * One pod, as the controller sees it.
 *
 * @param ordinal the number in its name
 * @param id what tells it from other pods of the same name, as a UID does
 * @param owner the id of the set that owns it, or {@link World#NOBODY}
 * @param revision the template from which it was made
 * @param phase any state but Terminating, which a pod is beside its phase
 * @param terminating whether it was deleted and is not gone yet
 * @param settled whether it has been ready for {@code minReadySeconds}
 * @param claims the names of its claims
 */
record LivePod(
        int ordinal,
        int id,
        int owner,
        Revision revision,
        State phase,
        boolean terminating,
        boolean settled,
        List<String> claims) {

    static LivePod pending(int ordinal, int id, int owner, Revision revision, List<String> claims) {
        return new LivePod(ordinal, id, owner, revision, State.PENDING, false, false, claims);
    }

    boolean isFailed() {
        return phase == State.FAILED;
    }

    boolean isReady() {
        return phase == State.READY;
    }

    boolean isAvailable(Spec spec) {
        return isReady() && (settled || !spec.settles());
    }

    boolean isUnavailable(Spec spec) {
        return terminating || !isAvailable(spec);
    }

    boolean isAt(Revision other) {
        return revision.number() == other.number();
    }

    LivePod in(State next) {
        return new LivePod(ordinal, id, owner, revision, next, terminating, false, claims);
    }

    LivePod nowSettled() {
        return new LivePod(ordinal, id, owner, revision, phase, terminating, true, claims);
    }

    LivePod nowTerminating() {
        return new LivePod(ordinal, id, owner, revision, phase, true, settled, claims);
    }

    LivePod ownedBy(int next) {
        return new LivePod(ordinal, id, next, revision, phase, terminating, settled, claims);
    }
}
