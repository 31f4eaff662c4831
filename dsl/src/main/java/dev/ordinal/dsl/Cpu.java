package dev.ordinal.dsl;

/**
 * An amount of CPU. Printed as whole cores where it is one, else in millicores: {@code cores(2)} is {@code 2},
 * {@code millis(500)} is {@code 500m}.
 *
 * @param millis thousandths of a core, at least 1
 */
public record Cpu(long millis) implements Comparable<Cpu> {
    /**
     * The amount in thousandths of a core.
     *
     * @throws IllegalArgumentException if it is not at least 1
     */
    public Cpu {
        if (millis < 1) {
            throw new IllegalArgumentException("CPU must be at least 1 millicore, but was " + millis);
        }
    }

    /** Thousandths of a core: {@code millis(500)} is half a core. */
    public static Cpu millis(long millis) {
        return new Cpu(millis);
    }

    /** Whole cores. */
    public static Cpu cores(long cores) {
        if (cores < 1 || cores > Long.MAX_VALUE / 1000) {
            throw new IllegalArgumentException("cores takes a whole number of at least 1, but was given " + cores);
        }
        return new Cpu(cores * 1000);
    }

    @Override
    public int compareTo(Cpu other) {
        return Long.compare(millis, other.millis);
    }

    /** The quantity as in the YAML. */
    @Override
    public String toString() {
        return millis % 1000 == 0 ? String.valueOf(millis / 1000) : millis + "m";
    }
}
