package dev.ordinal.dsl;

/** Who may use a claim at once. */
public enum AccessMode {
    /** One node, reading and writing. */
    READ_WRITE_ONCE("ReadWriteOnce"),
    /** One pod, reading and writing; needs a CSI driver. */
    READ_WRITE_ONCE_POD("ReadWriteOncePod"),
    /** Many nodes, reading. */
    READ_ONLY_MANY("ReadOnlyMany"),
    /** Many nodes, reading and writing. */
    READ_WRITE_MANY("ReadWriteMany");

    private final String text;

    AccessMode(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
