package dev.ordinal.dsl;

/** How a change of the pod template reaches the pods. */
public sealed interface UpdateStrategy {
    /** One after the other from the highest ordinal, each ready before the next: the API server's default. */
    static UpdateStrategy rolling() {
        return new Rolling(0);
    }

    /** The same, but only ordinals from the partition on: a canary. Set it back to 0 to finish. */
    static UpdateStrategy rollingFrom(int partition) {
        return new Rolling(partition);
    }

    /** Only when somebody deletes a pod. */
    static UpdateStrategy onDelete() {
        return new OnDelete();
    }

    /** From the highest ordinal down to the partition. */
    record Rolling(int partition) implements UpdateStrategy {
        /** Refuses a negative partition. */
        public Rolling {
            if (partition < 0) {
                throw new IllegalArgumentException("A partition is an ordinal, 0 or more, but was " + partition);
            }
        }
    }

    /** By hand. */
    record OnDelete() implements UpdateStrategy {}
}
