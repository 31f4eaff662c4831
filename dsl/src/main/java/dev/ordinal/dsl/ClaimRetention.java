package dev.ordinal.dsl;

/**
 * What becomes of the claims, and so of the data.
 *
 * @param deleteWithSet whether they go when the StatefulSet is deleted
 * @param deleteWhenScaledDown whether they go with the pods that a scale-down removes
 */
public record ClaimRetention(boolean deleteWithSet, boolean deleteWhenScaledDown) {
    /** They stay in both cases: the default. */
    public static ClaimRetention keep() {
        return new ClaimRetention(false, false);
    }

    /** They go with the StatefulSet, and stay when it is scaled down. */
    public static ClaimRetention deletedWithSet() {
        return new ClaimRetention(true, false);
    }

    /** They go with the pods that a scale-down removes, and stay when the StatefulSet is deleted. */
    public static ClaimRetention deletedWhenScaledDown() {
        return new ClaimRetention(false, true);
    }

    /** They go in both cases. */
    public static ClaimRetention delete() {
        return new ClaimRetention(true, true);
    }
}
