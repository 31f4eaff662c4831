package dev.ordinal.presets.zookeeper;

import java.util.Locale;

/** Whether members and clients must show a password; in the order in which a running ensemble gets there, see {@link Authentication}. */
public enum Demand {
    /** Everybody who can connect may do everything, and a server that is given the list of members is one of them. */
    NONE,
    /** Who shows a password is checked; nobody has to, and members do not. */
    UNDERSTOOD,
    /** Members show a password, but let in who does not; so do clients as they like. */
    SHOWN,
    /** Nobody gets in without. */
    REQUIRED;

    /** As it is written down for the next change. */
    String fact() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of an ensemble whose objects say so; of those that say nothing, which knew of no passwords, {@link #NONE}. */
    static Demand of(String fact) {
        for (Demand value : values()) {
            if (value.fact().equals(fact)) {
                return value;
            }
        }
        return NONE;
    }

    boolean isAtLeast(Demand other) {
        return compareTo(other) >= 0;
    }
}
