package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One key of a Secret or ConfigMap as a file.
 *
 * @param key the key
 * @param path where it appears in the volume
 * @param mode the file's mode; empty for the volume's
 */
public record FileItem(String key, String path, Optional<Integer> mode) {
    /** Refuses null. */
    public FileItem {
        requireNonNull(key, "key");
        requireNonNull(path, "path");
        requireNonNull(mode, "mode");
    }
}
