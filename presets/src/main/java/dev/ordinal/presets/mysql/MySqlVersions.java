package dev.ordinal.presets.mysql;

import dev.ordinal.presets.part.VendorImage;
import java.util.List;
import java.util.Optional;

/** The series of the official image that this preset knows. Users, folders and volumes are the same in both. */
final class MySqlVersions {
    /** Where the data is, in the one volume. */
    static final String HOME = "/var/lib/mysql";

    static final VendorImage IMAGE = new VendorImage("mysql", "9.7.2", 999, List.of(HOME));

    private static final List<Series> ALL = List.of(new Series("8.4", List.of()), new Series("9.7", List.of("8.4")));

    /**
     * A long-lived series.
     *
     * @param name the first two numbers of its versions
     * @param from the other series whose data it takes over
     */
    record Series(String name, List<String> from) {}

    private MySqlVersions() {}

    /** The series of a version; none if it is not known. */
    static Optional<Series> series(String version) {
        return ALL.stream()
                .filter(series -> version.matches(series.name().replace(".", "\\.") + "\\.\\d{1,4}"))
                .findFirst();
    }

    /** Whether data of one version may be started with another: up in a series, or from one series to its next. */
    static boolean leads(String from, String to) {
        Optional<Series> old = series(from);
        Optional<Series> next = series(to);
        if (old.isEmpty() || next.isEmpty()) {
            return false;
        }
        return old.equals(next)
                ? point(from) <= point(to)
                : next.get().from().contains(old.get().name());
    }

    private static int point(String version) {
        return Integer.parseInt(version.substring(version.lastIndexOf('.') + 1));
    }
}
