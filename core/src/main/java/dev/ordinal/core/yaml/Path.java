package dev.ordinal.core.yaml;

/** Where a walk through an object is, spelled as {@code Located} does; one buffer for the whole walk. */
final class Path {
    private final StringBuilder text = new StringBuilder();

    /** One step down; gives what {@link #back} needs to undo it. */
    int field(String name) {
        int before = text.length();
        if (before > 0) {
            text.append('.');
        }
        text.append(name);
        return before;
    }

    /** To the entry of a free map. */
    int key(String key) {
        int before = text.length();
        text.append('[').append(key).append(']');
        return before;
    }

    /** To an item of a list. */
    int item(int index) {
        int before = text.length();
        text.append('[').append(index).append(']');
        return before;
    }

    void back(int before) {
        text.setLength(before);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
