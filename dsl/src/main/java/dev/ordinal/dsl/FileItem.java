package dev.ordinal.dsl;

import java.util.Optional;

/**
 * One key of a Secret or ConfigMap as a file.
 *
 * @param key the key
 * @param path where it appears in the volume
 * @param mode the file's mode; empty for the volume's
 */
public record FileItem(String key, String path, Optional<Integer> mode) {}
