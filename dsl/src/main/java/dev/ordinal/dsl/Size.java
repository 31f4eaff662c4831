package dev.ordinal.dsl;

/**
 * An amount of memory or storage. Printed with the largest binary suffix that divides it: {@code gib(20)} is {@code 20Gi}.
 *
 * @param bytes the amount, at least 1
 */
public record Size(long bytes) implements Comparable<Size> {
    private static final String[] SUFFIXES = {"", "Ki", "Mi", "Gi", "Ti", "Pi"};

    /**
     * The amount in bytes.
     *
     * @throws IllegalArgumentException if it is not at least 1
     */
    public Size {
        if (bytes < 1) {
            throw new IllegalArgumentException("A size must be at least 1 byte, but was " + bytes + " bytes");
        }
    }

    /** Bytes: {@code bytes(1)} is {@code 1}. */
    public static Size bytes(long bytes) {
        return new Size(bytes);
    }

    /** Kibibytes of 1024 bytes: {@code kib(64)} is {@code 64Ki}. */
    public static Size kib(long kib) {
        return scaled(kib, "kib", 1);
    }

    /** Mebibytes of 1024 KiB: {@code mib(512)} is {@code 512Mi}. */
    public static Size mib(long mib) {
        return scaled(mib, "mib", 2);
    }

    /** Gibibytes of 1024 MiB: {@code gib(20)} is {@code 20Gi}. */
    public static Size gib(long gib) {
        return scaled(gib, "gib", 3);
    }

    /** Tebibytes of 1024 GiB: {@code tib(2)} is {@code 2Ti}. */
    public static Size tib(long tib) {
        return scaled(tib, "tib", 4);
    }

    private static Size scaled(long amount, String unit, int power) {
        long most = Long.MAX_VALUE >> (10 * power);
        if (amount < 1 || amount > most) {
            throw new IllegalArgumentException(
                    unit + " takes a whole number from 1 to " + most + ", but was given " + amount);
        }
        return new Size(amount << (10 * power));
    }

    /**
     * A share of this size, rounded down to whole bytes but never below 1.
     *
     * @param percent from 1 to 100
     * @throws IllegalArgumentException for any other percentage
     */
    public Size percent(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percent takes a whole number from 1 to 100, but was given " + percent);
        }
        return new Size(Math.max(1, bytes / 100 * percent + bytes % 100 * percent / 100));
    }

    /** Whole mebibytes, rounded down, as Java's {@code -Xmx} wants them. */
    public long toMib() {
        return bytes >> 20;
    }

    /** Spelled out, with {@link #hashCode}, because those of a record are linked at run time, which a cold start pays for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Size size && size.bytes == bytes;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bytes);
    }

    @Override
    public int compareTo(Size other) {
        return Long.compare(bytes, other.bytes);
    }

    /** The quantity as in the YAML. */
    @Override
    public String toString() {
        int power = Math.min(Long.numberOfTrailingZeros(bytes) / 10, SUFFIXES.length - 1);
        return (bytes >> (10 * power)) + SUFFIXES[power];
    }
}
