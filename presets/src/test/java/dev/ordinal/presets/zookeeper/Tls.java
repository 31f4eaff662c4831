package dev.ordinal.presets.zookeeper;

import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.server.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.client.ZKClientConfig;

/** An ensemble with TLS, and clients of it. */
final class Tls {
    static final ZooKeeperEnsemble SECURE =
            Ensemble.NEW.tls("zk-tls").external(ExternalAccess.loadBalancers("zk-{ordinal}.example.com"));
    /** With certificates, members need no password of their own. */
    static final Passwords PASSWORDS = Passwords.USUAL.without("members");

    static final ZKClientConfig PAYMENTS = Login.as("payments", Passwords.PAYMENTS);

    private Tls() {}

    static void write(String servers, ZKClientConfig config, String node) throws Exception {
        try (Client client = Client.of(servers, config)) {
            client.keeper().create(node, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        }
    }

    static List<String> read(String servers, ZKClientConfig config) throws InterruptedException, KeeperException {
        try (Client client = Client.of(servers, config)) {
            client.keeper().sync("/", (code, path, context) -> {}, null);
            List<String> nodes = client.keeper().getChildren("/", false);
            return nodes.stream().filter(node -> !node.equals("zookeeper")).toList();
        }
    }

    static ZKClientConfig tls(ZKClientConfig login, Certificates certificates) {
        Map.of(
                        "zookeeper.client.secure", "true",
                        "zookeeper.clientCnxnSocket", "org.apache.zookeeper.ClientCnxnSocketNetty",
                        "zookeeper.ssl.trustStore.location", certificates.path("ca.crt"),
                        "zookeeper.ssl.trustStore.type", "PEM")
                .forEach(login::setProperty);
        return login;
    }

    static ZKClientConfig withCertificate(ZKClientConfig config, Certificates certificates) {
        config.setProperty("zookeeper.ssl.keyStore.location", certificates.path("member.pem"));
        config.setProperty("zookeeper.ssl.keyStore.type", "PEM");
        return config;
    }

    /** Of the certificate. */
    static BigInteger serial(Certificates certificates) {
        try (InputStream in = Files.newInputStream(Path.of(certificates.path("tls.crt")))) {
            return ((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in))
                    .getSerialNumber();
        } catch (IOException | CertificateException e) {
            throw new AssertionError(e);
        }
    }

    /** The serial number of the certificate that a server shows to whoever connects. */
    static BigInteger shown(String address, int port) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustingAnybody()}, null);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(address, port)) {
                socket.setSoTimeout(5000);
                socket.startHandshake();
                return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(address + ":" + port, e);
        }
    }

    private static final class TrustingAnybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
