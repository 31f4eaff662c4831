package dev.ordinal.core.rollout;

import dev.ordinal.core.rollout.Step.State;

/** All nodes together: they act once on everything, and then wait for the controller to be quiet again. */
final class Node {
    private Node() {}

    static void act(World world) {
        world.pods().forEach(pod -> act(world, pod));
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
