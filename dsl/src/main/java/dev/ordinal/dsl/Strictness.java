package dev.ordinal.dsl;

/** Whether a wish about placement may stay unfulfilled. */
public enum Strictness {
    /** The scheduler does its best. */
    SOFT,
    /** The pod waits until it can be met. */
    HARD
}
