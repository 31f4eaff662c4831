package dev.ordinal.dsl;

import java.util.List;
import org.immutables.value.Value;

/**
 * A certificate that cert-manager makes, renews and puts into a Secret of type {@code kubernetes.io/tls}: a {@code Certificate}
 * of {@code cert-manager.io/v1}, for servers and clients, with a key in PKCS #8 form that is new each time. The Secret is then no
 * {@linkplain dev.ordinal.core.manifest.Manifest#prerequisites() prerequisite} any more; cert-manager and the issuer are.
 *
 * <pre>{@code
 * app.certificate(CertificateSpec.into("orders-tls").by(Issuer.named("orders-ca")))
 * }</pre>
 */
@Word
@Value.Immutable
public interface CertificateSpec extends WithCertificateSpec {
    /** One that goes into a Secret of that name, which is its own name too. Who signs it must follow. */
    static NeedsIssuer into(String secretName) {
        return issuer -> ImmutableCertificateSpec.of(SecretRef.named(secretName), issuer);
    }

    /** A certificate that nobody signs yet. */
    @FunctionalInterface
    interface NeedsIssuer {
        /** Who signs it. */
        CertificateSpec by(Issuer issuer);
    }

    /** The Secret with {@code tls.crt}, {@code tls.key} and {@code ca.crt}. */
    SecretRef secret();

    /** Who signs it. */
    Issuer issuer();

    /**
     * The host names and addresses that it is good for. Default: every member by a wildcard for the headless Service, the Services
     * for clients by all their names in the domain {@code cluster.local}, and {@code localhost}.
     */
    List<String> names();
}
