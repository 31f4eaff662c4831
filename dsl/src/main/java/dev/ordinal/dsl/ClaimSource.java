package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/** What a new claim is filled with. */
public sealed interface ClaimSource {
    /** The content of a VolumeSnapshot in the same namespace. */
    static ClaimSource snapshot(String name) {
        return new Snapshot(name);
    }

    /** A copy of another claim in the same namespace. */
    static ClaimSource claim(String name) {
        return new Claim(name);
    }

    /** A VolumeSnapshot. */
    record Snapshot(String name) implements ClaimSource {
        /** Refuses null. */
        public Snapshot {
            requireNonNull(name, "name");
        }
    }

    /** A PersistentVolumeClaim. */
    record Claim(String name) implements ClaimSource {
        /** Refuses null. */
        public Claim {
            requireNonNull(name, "name");
        }
    }
}
