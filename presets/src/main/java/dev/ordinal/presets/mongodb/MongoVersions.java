package dev.ordinal.presets.mongodb;

import dev.ordinal.presets.part.Texts;
import dev.ordinal.presets.part.VendorImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the release series, as data. */
final class MongoVersions {
    static final VendorImage IMAGE = new VendorImage("mongo", "8.0.29", 999, List.of("/data/db", "/data/configdb"));

    private static final Map<String, Series> ALL = read();

    /**
     * One release series.
     *
     * @param name such as {@code 8.0}
     * @param release the exact release that is meant by it; none if there is none any more
     * @param lasting whether it is supported for long
     * @param end when its support ends
     * @param from the series from which an upgrade leads to it
     */
    record Series(String name, Optional<String> release, boolean lasting, String end, String from) {}

    private MongoVersions() {}

    /** The series of a version such as {@code 8.0.29}; nothing if it is not known. */
    static Optional<Series> of(String version) {
        return Optional.ofNullable(ALL.get(series(version)));
    }

    /** The first two numbers of a version. */
    static String series(String version) {
        String[] parts = version.split("[.-]", -1);
        return parts.length < 2 ? version : parts[0] + "." + parts[1];
    }

    static String known() {
        return String.join(", ", ALL.keySet());
    }

    private static Map<String, Series> read() {
        Map<String, Series> all = new LinkedHashMap<>();
        Texts.beside(MongoVersions.class)
                .named("versions.properties")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", -1))
                .forEach(word -> all.put(
                        word[0],
                        new Series(
                                word[0],
                                Optional.of(word[2]).filter(release -> !release.equals("none")),
                                word[3].equals("long"),
                                word[4],
                                word[5])));
        return all;
    }
}
