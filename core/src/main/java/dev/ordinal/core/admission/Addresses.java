package dev.ordinal.core.admission;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** IP addresses and address blocks, in the strict spelling that the server asks for since 1.36. */
final class Addresses {
    private Addresses() {}

    /** An address: its family and number. */
    record Address(int bits, BigInteger number) {
        boolean isSpecial() {
            return bits == 32
                    ? number.signum() == 0 || starts(8, 127) || starts(16, 0xA9FE) || starts(24, 0xE00000)
                    : number.bitLength() <= 1 || starts(10, 0x3FA) || starts(16, 0xFF02);
        }

        private boolean starts(int fixed, long value) {
            return number.shiftRight(bits - fixed).equals(BigInteger.valueOf(value));
        }

        /** Whether this IPv6 address only wraps an IPv4 one. */
        boolean isMapped() {
            return bits == 128 && number.shiftRight(32).equals(BigInteger.valueOf(0xFFFF));
        }
    }

    /** A block: its first address and the number of fixed bits. */
    record Block(Address first, int fixed) {
        boolean holds(Block other) {
            int free = first.bits() - fixed;
            return first.bits() == other.first.bits()
                    && fixed < other.fixed
                    && first.number()
                            .shiftRight(free)
                            .equals(other.first.number().shiftRight(free));
        }

        boolean isAligned() {
            int free = first.bits() - fixed;
            return first.number().shiftRight(free).shiftLeft(free).equals(first.number());
        }
    }

    /** Refuses what is not an address; tells whether it is one. */
    static boolean ip(Node node) {
        Address address = parse(node.text());
        if (address != null && !address.isMapped()) {
            return true;
        }
        node.invalid(
                Statement.ADDRESS_IS_WELL_FORMED,
                "it must be an IP address, without leading zeros",
                "write an address such as 10.9.8.7 or 2001:db8::ffff");
        return false;
    }

    /** Refuses addresses that mean no other machine: unspecified, loopback and link-local ones. */
    static void usable(Node node) {
        Address address = parse(node.text());
        if (address != null && address.isSpecial()) {
            node.invalid(
                    Statement.ADDRESS_IS_WELL_FORMED,
                    "it may not be an unspecified, loopback or link-local address",
                    "write an address that other machines can reach");
        }
    }

    /** Refuses what is not a block in its usual spelling; gives the block. */
    static @Nullable Block cidr(Node node, String text) {
        Block block = parseBlock(text);
        if (block != null && !block.first().isMapped() && block.isAligned()) {
            return block;
        }
        node.invalid(
                Statement.ADDRESS_IS_WELL_FORMED,
                block == null ? "it must be an address block" : "no bits may be set after the block's prefix",
                "write a block such as 10.9.8.0/24 or 2001:db8::/64");
        return block;
    }

    static @Nullable Block parseBlock(String text) {
        int slash = text.indexOf('/');
        Address first = slash < 0 ? null : parse(text.substring(0, slash));
        int fixed = first == null ? -1 : smallNumber(text.substring(slash + 1), 3);
        return first == null || fixed < 0 || fixed > first.bits() ? null : new Block(first, fixed);
    }

    static @Nullable Address parse(String text) {
        return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
    }

    private static @Nullable Address ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        long number = 0;
        for (String part : parts) {
            int octet = smallNumber(part, 3);
            if (parts.length != 4 || octet < 0 || octet > 255) {
                return null;
            }
            number = number << 8 | octet;
        }
        return new Address(32, BigInteger.valueOf(number));
    }

    private static @Nullable Address ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        String head = gap < 0 ? text : text.substring(0, gap);
        String tail = gap < 0 ? "" : text.substring(gap + 2);
        BigInteger high = groups(head, gap < 0);
        BigInteger low = groups(tail, true);
        int count = count(head) + count(tail);
        if (high == null || low == null || (gap < 0 ? count != 8 : count > 7)) {
            return null;
        }
        return new Address(128, high.shiftLeft(16 * (8 - count(head))).or(low));
    }

    /** How many groups of sixteen bits a part of an address has; a dotted tail stands for two. */
    private static int count(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        return part.split(":", -1).length + (part.indexOf('.') < 0 ? 0 : 1);
    }

    private static @Nullable BigInteger groups(String part, boolean mayEndDotted) {
        BigInteger number = BigInteger.ZERO;
        String[] groups = part.isEmpty() ? new String[0] : part.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            boolean dotted = groups[i].indexOf('.') >= 0;
            Address last = dotted && mayEndDotted && i == groups.length - 1 ? ipv4(groups[i]) : null;
            if (last == null && (dotted || !isGroup(groups[i]))) {
                return null;
            }
            number = last != null
                    ? number.shiftLeft(32).or(last.number())
                    : number.shiftLeft(16).or(new BigInteger(groups[i], 16));
        }
        return number;
    }

    private static boolean isGroup(String text) {
        return !text.isEmpty()
                && text.length() <= 4
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    /** A number without sign and leading zeros; -1 for anything else. */
    private static int smallNumber(String text, int mostDigits) {
        if (text.isEmpty() || text.length() > mostDigits || (text.length() > 1 && text.charAt(0) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
