package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Grouped;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.image.ImageName;
import dev.ordinal.core.image.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a well-known image keeps its data.
 *
 * @param image the repository, without registry and {@code library/}
 * @param versions {@code *}, or a major version after {@code <} or {@code >=}
 * @param path where the data is unless a setting moves it; null where only the setting tells
 * @param volume what the image declares as its volume there; null for none
 * @param setting the variable or option that moves the data; null for none
 */
record DataPath(
        String image, String versions, @Nullable String path, @Nullable String volume, @Nullable String setting) {
    private static final Map<String, List<DataPath>> TABLE = table();

    /** What is known of an image; nothing for one that is not known. */
    static List<DataPath> of(PodContainer container) {
        String image = container.get().getImage();
        ImageName name = image == null || image.isEmpty() ? null : ImageName.of(image);
        List<DataPath> rows = name == null ? null : TABLE.get(name.repository());
        if (name == null || rows == null) {
            return List.of();
        }
        List<DataPath> known = new ArrayList<>(rows.size());
        for (DataPath row : rows) {
            if (row.covers(name.tag())) {
                known.add(row.at(major(name.tag())));
            }
        }
        return known;
    }

    /** The row with the version in its path; where the tag does not tell it, with the path of the volume. */
    private DataPath at(String major) {
        return path == null || !path.contains("{major}")
                ? this
                : new DataPath(
                        image, versions, major.isEmpty() ? volume : path.replace("{major}", major), volume, setting);
    }

    private boolean covers(String tag) {
        if (versions.equals("*")) {
            return true;
        }
        String major = major(tag);
        // without a number it is the newest
        long number = major.isEmpty() || major.length() > 9 ? Long.MAX_VALUE : Long.parseLong(major);
        return versions.startsWith("<")
                ? number < Long.parseLong(versions.substring(1))
                : number >= Long.parseLong(versions.substring(2));
    }

    private static Map<String, List<DataPath>> table() {
        Map<String, List<DataPath>> table = new HashMap<>();
        for (String[] c : Table.of(DataPath.class, "data-paths.txt", 5)) {
            Grouped.add(table, c[0], new DataPath(c[0], c[1], cell(c[2]), cell(c[3]), cell(c[4])));
        }
        return table;
    }

    /** What a tag begins with, if it is a number. */
    private static String major(String tag) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) >= '0' && tag.charAt(end) <= '9') {
            end++;
        }
        return tag.substring(0, end);
    }

    private static @Nullable String cell(String text) {
        return text.equals("none") ? null : text;
    }
}
