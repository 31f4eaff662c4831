package dev.ordinal.core.rollout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one sync works on: the pods as they were when it looked, and those that it makes itself.
 *
 * @param world where it acts
 * @param set the set
 * @param current the revision of the last completed rollout
 * @param update the revision of the template
 * @param seen all pods as they were when it looked
 * @param slots the wanted pods that exist, by ordinal; those that the sync makes are added
 * @param condemned the pods outside the range, from the highest ordinal down
 */
record View(
        World world,
        LiveSet set,
        Revision current,
        Revision update,
        List<LivePod> seen,
        TreeMap<Integer, LivePod> slots,
        List<LivePod> condemned) {

    static View of(World world, LiveSet set) {
        List<LivePod> seen = world.pods();
        TreeMap<Integer, LivePod> slots = new TreeMap<>();
        List<LivePod> condemned = new ArrayList<>();
        for (LivePod pod : seen) {
            if (set.spec().wants(pod.ordinal())) {
                slots.put(pod.ordinal(), pod);
            } else {
                condemned.add(pod);
            }
        }
        Collections.reverse(condemned);
        Revision update = world.revisionOf(set.object());
        Revision current = set.current() == null ? update : set.current();
        return new View(world, set, current, update, seen, slots, condemned);
    }

    Spec spec() {
        return set.spec();
    }

    boolean isUnavailable(@Nullable LivePod pod) {
        return pod == null || pod.isUnavailable(spec());
    }

    /** The revision that a pod which is made now gets. */
    Revision revisionFor(int ordinal) {
        Integer partition = spec().partition();
        if (spec().onDelete()) {
            return update;
        }
        int index = ordinal - spec().start();
        return index < (partition == null ? set.currentReplicas() : partition) ? current : update;
    }
}
