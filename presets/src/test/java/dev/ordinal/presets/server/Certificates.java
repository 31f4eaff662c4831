package dev.ordinal.presets.server;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority for a day, and a certificate that it has signed; in the files of a TLS Secret. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder = Leftovers.newFolder("tls");
    private final KeyStore store;

    /** For servers of these DNS names, which may begin with {@code *.}. */
    public Certificates(String... dnsNames) {
        this("ca", List.of(dnsNames));
    }

    private Certificates(String authority, List<String> dnsNames) {
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + authority,
                "-ext",
                "bc:c",
                "-validity",
                "1");
        keytool("-genkeypair", "-alias", "member", "-keyalg", "RSA", "-dname", "CN=member", "-validity", "1");
        keytool("-certreq", "-alias", "member", "-file", path("member.csr"));
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                path("member.csr"),
                "-outfile",
                path("member.crt"),
                "-ext",
                dnsNames.stream().map(name -> "dns:" + name).collect(Collectors.joining(",", "san=", "")),
                "-validity",
                "1",
                "-rfc");
        keytool("-importcert", "-alias", "member", "-file", path("member.crt"), "-noprompt");
        store = load();
        file("tls.key", pem("PRIVATE KEY", key().getEncoded()));
        file("ca.crt", pem("CERTIFICATE", encoded("ca")));
        file("tls.crt", pem("CERTIFICATE", encoded("member")));
        file("member.pem", Disk.text(folder.resolve("tls.key")) + Disk.text(folder.resolve("tls.crt")));
    }

    /** The same of an authority with another name. */
    public static Certificates of(String authority, String... dnsNames) {
        return new Certificates(authority, List.of(dnsNames));
    }

    /** The Secret of type {@code kubernetes.io/tls}, as a certificate manager makes it. */
    public Secret secret(String namespace, String name) {
        return new SecretBuilder()
                .withApiVersion("v1")
                .withKind("Secret")
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withType("kubernetes.io/tls")
                .addToStringData("tls.crt", Disk.text(folder.resolve("tls.crt")))
                .addToStringData("tls.key", Disk.text(folder.resolve("tls.key")))
                .addToStringData("ca.crt", Disk.text(folder.resolve("ca.crt")))
                .build();
    }

    /** A file: {@code tls.crt}, {@code tls.key}, {@code ca.crt}, or {@code member.pem} with key and certificate. */
    public String path(String file) {
        return folder.resolve(file).toString();
    }

    /** For a server that shows the certificate. */
    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... words) {
        String[] line = new String[words.length + 5];
        line[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(words, 0, line, 1, words.length);
        line[words.length + 1] = "-keystore";
        line[words.length + 2] = path("store.p12");
        line[words.length + 3] = "-storepass";
        line[words.length + 4] = String.valueOf(PASSWORD);
        Commands.must(line);
    }

    private KeyStore load() {
        try (InputStream in = Files.newInputStream(folder.resolve("store.p12"))) {
            KeyStore loaded = KeyStore.getInstance("PKCS12");
            loaded.load(in, PASSWORD);
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Key key() {
        try {
            return store.getKey("member", PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] encoded(String alias) {
        try {
            Certificate certificate = store.getCertificate(alias);
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void file(String name, String text) {
        Disk.file(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8), 0600, 0);
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
