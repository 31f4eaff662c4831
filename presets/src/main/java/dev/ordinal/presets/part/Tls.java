package dev.ordinal.presets.part;

import static java.util.Objects.requireNonNull;

import dev.ordinal.dsl.Issuer;
import dev.ordinal.dsl.SecretRef;
import java.util.Optional;

/**
 * Where members have their certificate from.
 *
 * @param secret of type {@code kubernetes.io/tls}, with {@code tls.crt}, {@code tls.key} and {@code ca.crt}
 * @param issuer who signs the certificate in it: it then becomes a Certificate of cert-manager, which makes the Secret and renews
 *     it. If nobody does, the Secret must be there already
 */
public record Tls(SecretRef secret, Optional<Issuer> issuer) {
    /** Refuses null. */
    public Tls {
        requireNonNull(secret, "secret");
        requireNonNull(issuer, "issuer");
    }

    /** From a Secret of that name, which somebody makes. */
    public static Tls from(String secret) {
        return from(SecretRef.named(secret));
    }

    /** From that Secret, which somebody makes. */
    public static Tls from(SecretRef secret) {
        return new Tls(secret, Optional.empty());
    }

    /** From the same Secret, which cert-manager makes of what that one signs. */
    public Tls by(Issuer signer) {
        return new Tls(secret, Optional.of(signer));
    }
}
