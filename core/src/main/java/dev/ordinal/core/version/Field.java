package dev.ordinal.core.version;

import dev.ordinal.core.yaml.WrittenField;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * A field that not every version from 1.30 to 1.36 serves.
 *
 * @param known the minor version since which the field has been part of the API
 * @param served the minor version since which its feature gate has been on by default; {@link #NEVER} while it is off
 * @param gate the feature gate
 * @param same the value that means the same as nothing, or {@code -}
 */
record Field(int known, int served, String gate, String same) {
    static final int NEVER = Integer.MAX_VALUE;

    /** Reads a line of the table; the first cell is the key. */
    static Map.Entry<String, Field> of(String line) {
        StringTokenizer cells = new StringTokenizer(line, " ");
        String key = cells.nextToken();
        int known = minor(cells.nextToken());
        int served = minor(cells.nextToken());
        return Map.entry(key, new Field(known, served, cells.nextToken(), cells.nextToken()));
    }

    private static int minor(String cell) {
        return cell.equals("-") ? NEVER : Integer.parseInt(cell.substring(2));
    }

    boolean isUnknownTo(KubernetesVersion version) {
        return version.minor() < known;
    }

    /** Whether the server drops it; a value that says no more than nothing does not count. */
    boolean isDroppedBy(KubernetesVersion version, WrittenField field) {
        return version.minor() < served && !same.equals(String.valueOf(field.value()));
    }
}
