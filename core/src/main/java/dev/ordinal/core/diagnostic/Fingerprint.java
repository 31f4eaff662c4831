package dev.ordinal.core.diagnostic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells one finding from another as long as it is not mended: rule, object, path and value, and not the line, which any
 * edit above it moves.
 */
final class Fingerprint {
    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(Diagnostic diagnostic) {
        String identity = String.join(
                "\0", diagnostic.rule(), diagnostic.object().toString(), diagnostic.path(), diagnostic.found());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
