package dev.ordinal.core.rule;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Whether two objects say the same. */
final class Alike {
    private Alike() {}

    static boolean are(HasMetadata one, HasMetadata other) {
        try {
            return one.equals(other);
        } catch (RuntimeException unreadable) {
            // a quantity that is none cannot be compared
            return false;
        }
    }
}
