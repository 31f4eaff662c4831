package dev.ordinal.core.rollout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is seen of a StatefulSet once its controller is quiet and before the node acts again.
 *
 * @param pods the pods by name, in ordinal order
 * @param claims the names of the claims that exist, sorted
 */
public record Step(Map<String, Pod> pods, List<String> claims) {
    /** A step whose pods keep their order and cannot be changed. */
    public Step {
        pods = Collections.unmodifiableMap(new LinkedHashMap<>(pods));
        claims = List.copyOf(claims);
    }

    static Step of(World world) {
        Map<String, Pod> pods = new LinkedHashMap<>();
        world.pods().forEach(member -> pods.put(world.nameOf(member.ordinal()), Pod.of(member)));
        return new Step(pods, world.claimNames());
    }

    /** How many pods are ready. */
    public int ready() {
        return (int)
                pods.values().stream().filter(pod -> pod.state() == State.READY).count();
    }

    /**
     * One pod as it is seen.
     *
     * @param image the image of its first container, or an empty text
     * @param state its state
     * @param revision the number of its template, from 1 in the order in which the templates were first seen
     */
    public record Pod(String image, State state, int revision) {
        private static Pod of(LivePod member) {
            State state = member.terminating() ? State.TERMINATING : member.phase();
            return new Pod(member.revision().image(), state, member.revision().number());
        }
    }

    /** The state of a pod; its text is {@code Pending}, {@code Ready} and so on. */
    public enum State {
        /** Made, and not started yet. */
        PENDING("Pending"),
        /** Running, and the readiness probe passes. */
        READY("Ready"),
        /** Running, and not ready: it stays so. */
        RUNNING("Running"),
        /** All its containers ended: evicted, or lost by its node. */
        FAILED("Failed"),
        /** Deleted, and not gone yet. */
        TERMINATING("Terminating");

        private final String text;

        State(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
