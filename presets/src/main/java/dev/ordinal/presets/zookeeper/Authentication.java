package dev.ordinal.presets.zookeeper;

import static java.util.Objects.requireNonNull;

import dev.ordinal.dsl.SecretRef;
import java.util.Optional;

/**
 * Whether members and clients must show a password, and where the passwords are. From {@link #none()} a running ensemble gets to
 * {@link #required()}, or back, by one rolling update for each step, because those with the older word and those with the newer
 * still have to understand each other.
 *
 * @param demand what is asked of whom
 * @param passwords the Secret with {@code members}, which the members show each other (with TLS they show certificates, and it is
 *     not needed), {@code admin}, the user that may do everything, and one for each user of clients, whose name is the key; that of
 *     the name {@code <name>-passwords}, if none is said
 */
public record Authentication(Demand demand, Optional<SecretRef> passwords) {
    /** Refuses null. */
    public Authentication {
        requireNonNull(demand, "demand");
        requireNonNull(passwords, "passwords");
    }

    /** Everybody who can connect may do everything, and a server that is given the list of members is one of them. */
    public static Authentication none() {
        return of(Demand.NONE);
    }

    /** The first step: who shows a password is checked; nobody has to, and members do not. */
    public static Authentication understood() {
        return of(Demand.UNDERSTOOD);
    }

    /** The second step: members show a password, but let in who does not; so do clients as they like. */
    public static Authentication shown() {
        return of(Demand.SHOWN);
    }

    /** Nobody gets in without. */
    public static Authentication required() {
        return of(Demand.REQUIRED);
    }

    /** With passwords from a Secret of that name. */
    public Authentication passwords(String secretName) {
        return new Authentication(demand, Optional.of(SecretRef.named(secretName)));
    }

    private static Authentication of(Demand demand) {
        return new Authentication(demand, Optional.empty());
    }
}
