package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/**
 * A port that a container listens on, with the name by which probes, Services and network policies ask for it.
 *
 * @param name 1 to 15 of {@code a-z 0-9 -}, with a letter, no dash at an end and no two dashes together
 * @param number 1 to 65535
 * @param protocol TCP, UDP or SCTP
 */
public record Port(String name, int number, Protocol protocol) {
    /** The transport. */
    public enum Protocol {
        /** The usual one. */
        TCP,
        /** Datagrams. */
        UDP,
        /** Streams of messages. */
        SCTP
    }

    /**
     * A port.
     *
     * @throws IllegalArgumentException for a name or number that Kubernetes does not allow
     */
    public Port {
        requireNonNull(name, "name");
        requireNonNull(protocol, "protocol");
        if (!isPortName(name)) {
            throw new IllegalArgumentException(
                    "A port's name is 1 to 15 of a-z, 0-9 and -, with at least one letter, no dash"
                            + " at an end and no two dashes together, but was given \"" + name + "\"");
        }
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException(
                    "A port's number is from 1 to 65535, but port \"" + name + "\" was given " + number);
        }
    }

    /** A TCP port. */
    public static Port tcp(String name, int number) {
        return new Port(name, number, Protocol.TCP);
    }

    /** A UDP port. */
    public static Port udp(String name, int number) {
        return new Port(name, number, Protocol.UDP);
    }

    /** An SCTP port. */
    public static Port sctp(String name, int number) {
        return new Port(name, number, Protocol.SCTP);
    }

    private static boolean isPortName(String name) {
        return name.length() <= 15
                && hasOnlyItsCharacters(name)
                && !name.startsWith("-")
                && !name.endsWith("-")
                && !name.contains("--");
    }

    private static boolean hasOnlyItsCharacters(String name) {
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letter = true;
            } else if (c != '-' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return letter;
    }
}
