package dev.ordinal.core.rollout;

import java.util.List;

/** The wanted pods, from the first ordinal up: each is made, replaced or waited for. */
final class Replicas {
    private Replicas() {}

    /** Whether the sync may go on to the pods that are not wanted. */
    static boolean process(View view) {
        for (int ordinal = view.spec().start(); ordinal <= view.spec().end(); ordinal++) {
            boolean mayGoOn = process(view, ordinal);
            if (!mayGoOn && view.spec().ordered()) {
                return false;
            }
        }
        return true;
    }

    private static boolean process(View view, int ordinal) {
        LivePod pod = view.slots().get(ordinal);
        if (pod == null) {
            create(view, ordinal);
            return false;
        } else if (pod.isFailed()) {
            view.world().delete(pod);
            return false;
        } else if (view.spec().ordered() && view.isUnavailable(pod)) {
            return false;
        }
        Retention.apply(view, pod);
        return true;
    }

    private static void create(View view, int ordinal) {
        World world = view.world();
        List<String> claims = world.claimsOf(view.spec(), ordinal);
        if (view.spec().deletesWhenScaled() && claims.stream().anyMatch(claim -> isStale(view, claim))) {
            // It belongs to an earlier pod of this name, and goes with it.
            return;
        }
        claims.stream()
                .filter(claim -> !world.claimOwners().containsKey(claim))
                .forEach(claim -> world.own(claim, World.NOBODY));
        LivePod pod = LivePod.pending(ordinal, world.newId(), view.set().id(), view.revisionFor(ordinal), claims);
        world.put(pod);
        view.slots().put(ordinal, pod);
        Retention.apply(view, pod);
    }

    private static boolean isStale(View view, String claim) {
        Integer owner = view.world().claimOwners().get(claim);
        return owner != null && owner != World.NOBODY && owner != view.set().id();
    }
}
