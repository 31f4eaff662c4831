package dev.ordinal.core.rollout;

import java.util.List;

/** The wanted pods, from the first ordinal up: each is made, replaced or waited for. */
final class Replicas {
    private enum Outcome {
        DONE,
        WAIT,
        /** An error, which also ends the sync of a set that does not wait. */
        ERROR
    }

    private Replicas() {}

    /** Whether the sync may go on to the pods that are not wanted. */
    static boolean process(View view) {
        // Pods of a parallel set are looked at together in batches of one, two, four and so on.
        int batch = 1;
        int last = view.spec().start();
        boolean failed = false;
        for (int ordinal = view.spec().start(); ordinal <= view.spec().end(); ordinal++) {
            if (ordinal > last) {
                batch = view.spec().ordered() ? 1 : batch * 2;
                last += batch;
                if (failed) {
                    return false;
                }
            }
            Outcome outcome = process(view, ordinal);
            failed |= outcome == Outcome.ERROR;
            if (outcome != Outcome.DONE && view.spec().ordered()) {
                return false;
            }
        }
        return !failed;
    }

    private static Outcome process(View view, int ordinal) {
        LivePod pod = view.slots().get(ordinal);
        if (pod == null) {
            create(view, ordinal);
            return Outcome.WAIT;
        } else if (pod.isFailed()) {
            view.world().delete(pod);
            return Outcome.WAIT;
        } else if (view.spec().ordered() && view.isUnavailable(pod)) {
            return Outcome.WAIT;
        }
        Retention.apply(view, pod);
        return hasItsVolumes(view, pod) ? Outcome.DONE : Outcome.ERROR;
    }

    /**
     * A pod that was taken over may lack the volume of a claim template. The controller makes the claim, and fails to give it to
     * the pod, again and again (kubernetes issue 141876).
     */
    private static boolean hasItsVolumes(View view, LivePod pod) {
        List<String> claims = view.world().claimsOf(view.spec(), pod.ordinal());
        boolean hasAll = pod.claims().containsAll(claims);
        if (!hasAll) {
            addClaims(view, claims);
        }
        return hasAll;
    }

    private static void addClaims(View view, List<String> claims) {
        claims.stream()
                .filter(claim -> !view.world().claimOwners().containsKey(claim))
                .forEach(claim -> view.world().own(claim, World.NOBODY));
    }

    private static void create(View view, int ordinal) {
        World world = view.world();
        List<String> claims = world.claimsOf(view.spec(), ordinal);
        if (view.spec().deletesWhenScaled() && claims.stream().anyMatch(claim -> isStale(view, claim))) {
            // It belongs to an earlier pod of this name, and goes with it.
            return;
        }
        addClaims(view, claims);
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
