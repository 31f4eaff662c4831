package dev.ordinal.dsl;

/** When the kubelet fetches the image. */
public enum PullPolicy {
    /** At every start, by digest: what is unchanged is not downloaded again. */
    ALWAYS("Always"),
    /** When the node does not have it. */
    IF_NOT_PRESENT("IfNotPresent"),
    /** Not at all: the node must have it. */
    NEVER("Never");

    private final String text;

    PullPolicy(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
