package dev.ordinal.dsl;

import java.nio.ByteBuffer;

/**
 * SHA-256 (FIPS 180-4) for checksums. The platform's own comes with its security providers, which take a cold start 28 ms of
 * processor time; nothing secret is kept by this one.
 */
final class Sha256 {
    private static final int BLOCK = 64;
    private static final int[] CONSTANTS = new int[64];
    private static final int[] START = new int[8];

    static {
        int found = 0;
        for (int prime = 2; found < CONSTANTS.length; prime++) {
            if (isPrime(prime)) {
                if (found < START.length) {
                    START[found] = fraction(Math.sqrt(prime));
                }
                CONSTANTS[found++] = fraction(Math.cbrt(prime));
            }
        }
    }

    private Sha256() {}

    private static boolean isPrime(int number) {
        for (int i = 2; i * i <= number; i++) {
            if (number % i == 0) {
                return false;
            }
        }
        return true;
    }

    /** The first 32 bits behind the point. */
    private static int fraction(double root) {
        return (int) (long) ((root - Math.floor(root)) * (1L << 32));
    }

    static byte[] of(byte[] message) {
        int blocks = (message.length + 8) / BLOCK + 1;
        ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK);
        padded.put(message).put((byte) 0x80).putLong(blocks * BLOCK - 8, message.length * 8L);
        int[] hash = START.clone();
        for (int block = 0; block < blocks; block++) {
            add(padded, block * BLOCK, hash);
        }
        ByteBuffer result = ByteBuffer.allocate(32);
        for (int word : hash) {
            result.putInt(word);
        }
        return result.array();
    }

    private static void add(ByteBuffer message, int at, int[] hash) {
        int[] words = words(message, at);
        int[] s = hash.clone();
        for (int i = 0; i < words.length; i++) {
            int choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
            int one = s[7] + turned(s[4], 6, 11, 25) + choice + CONSTANTS[i] + words[i];
            int majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
            int two = turned(s[0], 2, 13, 22) + majority;
            System.arraycopy(s, 0, s, 1, 7);
            s[4] += one;
            s[0] = one + two;
        }
        for (int i = 0; i < hash.length; i++) {
            hash[i] += s[i];
        }
    }

    private static int[] words(ByteBuffer message, int at) {
        int[] words = new int[64];
        for (int i = 0; i < 16; i++) {
            words[i] = message.getInt(at + 4 * i);
        }
        for (int i = 16; i < words.length; i++) {
            int near = words[i - 2];
            int far = words[i - 15];
            words[i] = words[i - 16]
                    + (Integer.rotateRight(far, 7) ^ Integer.rotateRight(far, 18) ^ (far >>> 3))
                    + words[i - 7]
                    + (Integer.rotateRight(near, 17) ^ Integer.rotateRight(near, 19) ^ (near >>> 10));
        }
        return words;
    }

    private static int turned(int word, int one, int two, int three) {
        return Integer.rotateRight(word, one) ^ Integer.rotateRight(word, two) ^ Integer.rotateRight(word, three);
    }
}
