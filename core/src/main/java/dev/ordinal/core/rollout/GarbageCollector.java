package dev.ordinal.core.rollout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletes what is owned by an object that is gone; a claim waits until no pod uses it. */
final class GarbageCollector {
    private GarbageCollector() {}

    static void collect(World world) {
        List<LivePod> pods = world.pods();
        Set<Integer> living = new HashSet<>(Set.of(World.NOBODY));
        LiveSet set = world.set();
        if (set != null) {
            living.add(set.id());
        }
        pods.stream()
                .filter(pod -> !living.contains(pod.owner()) && !pod.terminating())
                .forEach(world::delete);
        collectClaims(world, living);
    }

    private static void collectClaims(World world, Set<Integer> living) {
        Set<String> used = new HashSet<>();
        for (LivePod pod : world.pods()) {
            living.add(pod.id());
            used.addAll(pod.claims());
        }
        world.claimOwners().forEach((claim, owner) -> {
            if (!living.contains(owner) && !used.contains(claim)) {
                world.removeClaim(claim);
            }
        });
    }
}
