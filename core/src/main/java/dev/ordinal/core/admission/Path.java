package dev.ordinal.core.admission;

import org.jspecify.annotations.Nullable;

/** A path as a chain of steps, written out only when a finding needs it. */
final class Path {
    static final Path ROOT = new Path(null, "", false);
    private static final String[] INDICES = new String[64];

    static {
        for (int i = 0; i < INDICES.length; i++) {
            INDICES[i] = Integer.toString(i);
        }
    }

    private final @Nullable Path parent;
    private final String step;
    private final boolean bracketed;

    private Path(@Nullable Path parent, String step, boolean bracketed) {
        this.parent = parent;
        this.step = step;
        this.bracketed = bracketed;
    }

    Path field(String name) {
        return new Path(this, name, false);
    }

    Path index(int index) {
        return new Path(this, index < INDICES.length ? INDICES[index] : Integer.toString(index), true);
    }

    Path key(String key) {
        return new Path(this, key, true);
    }

    /** The path without its last step. */
    Path parent() {
        return parent == null ? this : parent;
    }

    /** The last step alone: a field's name, an index or a key. */
    String step() {
        return step;
    }

    @Override
    public String toString() {
        return appendTo(new StringBuilder()).toString();
    }

    private StringBuilder appendTo(StringBuilder text) {
        if (parent == null) {
            return text;
        }
        parent.appendTo(text);
        if (bracketed) {
            return text.append('[').append(step).append(']');
        }
        return (text.isEmpty() ? text : text.append('.')).append(step);
    }
}
