package dev.ordinal.dsl;

/** What happens when a run of a job is due and the one before it has not ended. */
public enum Concurrency {
    /** The new run is left out. */
    FORBID("Forbid"),
    /** The old run is ended and the new one begins. */
    REPLACE("Replace"),
    /** Both run. */
    ALLOW("Allow");

    private final String text;

    Concurrency(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
