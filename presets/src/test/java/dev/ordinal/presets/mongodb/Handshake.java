package dev.ordinal.presets.mongodb;

import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.Pod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** What a server shows to a client that trusts one authority. */
final class Handshake {
    private Handshake() {}

    /** The serial number of a member's certificate; nothing if it is not of that authority. */
    static Optional<String> with(Pod pod, Certificates trusted) {
        try (SSLSocket socket = (SSLSocket) context(trusted).getSocketFactory().createSocket(pod.address(), 27017)) {
            socket.startHandshake();
            return Optional.of(serial(socket.getSession().getPeerCertificates()[0]));
        } catch (SSLException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The serial number of a certificate, as OpenSSL writes it. */
    static String serial(String pem) {
        return serial(parse(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
    }

    private static String serial(Certificate certificate) {
        byte[] number = ((X509Certificate) certificate).getSerialNumber().toByteArray();
        return HexFormat.of().withUpperCase().formatHex(number).replaceFirst("^00", "");
    }

    private static SSLContext context(Certificates trusted) {
        try (InputStream authority = Files.newInputStream(Path.of(trusted.path("ca.crt")))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("ca", parse(authority));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Certificate parse(InputStream pem) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
