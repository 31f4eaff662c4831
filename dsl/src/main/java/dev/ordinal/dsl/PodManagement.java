package dev.ordinal.dsl;

/** In which order pods are created and removed. */
public enum PodManagement {
    /** One after the other, each ready before the next. */
    ORDERED_READY("OrderedReady"),
    /** All at once; for members that become ready only together. */
    PARALLEL("Parallel");

    private final String text;

    PodManagement(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
