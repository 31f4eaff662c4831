package dev.ordinal.core.rollout;

import dev.ordinal.core.rollout.Step.State;
import org.jspecify.annotations.Nullable;

/** All nodes together: they act once on everything, and then wait for the controller to be quiet again. */
final class Node {
    private Node() {}

    static void act(World world) {
        world.pods().forEach(pod -> act(world, pod));
    }

    /** How long it takes at most until it has acted on everything, as far as the pods' own numbers tell. */
    static int longest(World world) {
        return world.pods().stream()
                .mapToInt(pod -> longest(world.set(), pod))
                .max()
                .orElse(0);
    }

    private static int longest(@Nullable LiveSet set, LivePod pod) {
        if (pod.terminating()) {
            return pod.revision().times().stop();
        } else if (pod.phase() == State.PENDING) {
            return pod.revision().times().start();
        }
        return pod.isReady() && !pod.settled() && set != null ? set.spec().minReady() : 0;
    }

    private static void act(World world, LivePod pod) {
        LiveSet set = world.set();
        if (pod.terminating()) {
            world.remove(pod);
        } else if (pod.phase() == State.PENDING) {
            world.put(pod.in(world.getsReady(pod) ? State.READY : State.RUNNING));
        } else if (pod.isReady() && !pod.settled() && set != null && set.spec().settles()) {
            // The only thing that happens then is that minReadySeconds pass.
            world.put(pod.nowSettled());
        }
    }
}
