package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.IntOrString;

/** How many pods planned work such as a node drain may take away at once: a PodDisruptionBudget. */
public sealed interface Disruption {
    /** At most so many pods away. */
    static Disruption maxUnavailable(int pods) {
        return new MaxUnavailable(new IntOrString(notNegative("maxUnavailable", pods)));
    }

    /** At most that share of the pods away, rounded up by the server. */
    static Disruption maxUnavailablePercent(int percent) {
        return new MaxUnavailable(new IntOrString(notNegative("maxUnavailablePercent", percent) + "%"));
    }

    /** At least so many pods there. */
    static Disruption minAvailable(int pods) {
        return new MinAvailable(new IntOrString(notNegative("minAvailable", pods)));
    }

    /** No budget: a drain may take all pods at once. */
    static Disruption unlimited() {
        return new Unlimited();
    }

    private static int notNegative(String word, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(word + " takes 0 or more, but was given " + value);
        }
        return value;
    }

    /** At most so many away. */
    record MaxUnavailable(IntOrString pods) implements Disruption {
        /** Refuses null. */
        public MaxUnavailable {
            requireNonNull(pods, "pods");
        }
    }

    /** At least so many there. */
    record MinAvailable(IntOrString pods) implements Disruption {
        /** Refuses null. */
        public MinAvailable {
            requireNonNull(pods, "pods");
        }
    }

    /** No budget. */
    record Unlimited() implements Disruption {}
}
