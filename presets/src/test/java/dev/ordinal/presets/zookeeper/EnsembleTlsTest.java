package dev.ordinal.presets.zookeeper;

import static dev.ordinal.presets.zookeeper.Tls.PASSWORDS;
import static dev.ordinal.presets.zookeeper.Tls.PAYMENTS;
import static dev.ordinal.presets.zookeeper.Tls.SECURE;
import static dev.ordinal.presets.zookeeper.Tls.read;
import static dev.ordinal.presets.zookeeper.Tls.tls;
import static dev.ordinal.presets.zookeeper.Tls.withCertificate;
import static dev.ordinal.presets.zookeeper.Tls.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.RealServers;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.Test;

@RealServers
class EnsembleTlsTest {
    @Test
    void members_and_clients_speak_tls_with_certificates_from_a_secret() throws Exception {
        Certificates certificates = new Certificates(String.join(",dns:", SECURE.certificateNames()));
        Certificates others = new Certificates("*.zk-headless.test.svc.cluster.local");
        try (Ensemble ensemble = Ensemble.formed(SECURE.app().with(certificates.secret("test", "zk-tls")), PASSWORDS)) {
            ensemble.assertOneLeader();
            assertThat(ensemble.cluster().pod("zk-3").log("zookeeper")).contains("Using TLS encrypted quorum");
            String inside = "zk-%d.zk-headless.test.svc.cluster.local:2281";
            write(inside.formatted(1), withCertificate(tls(new ZKClientConfig(), certificates), certificates), "/a");
            assertThat(read(inside.formatted(3), tls(PAYMENTS, certificates))).containsExactly("a");
            ensemble.tell(
                    "over TLS: written with a certificate and no password, read with a password and no certificate");

            assertThatThrownBy(() -> read(inside.formatted(1), tls(new ZKClientConfig(), certificates)))
                    .isInstanceOf(KeeperException.class);
            assertThatThrownBy(
                            () -> read(inside.formatted(1), withCertificate(tls(new ZKClientConfig(), others), others)))
                    .isInstanceOf(KeeperException.class);
            String address = ensemble.cluster().pod("zk-1").address();
            assertThatThrownBy(() -> new Socket(address, 2181).close()).isInstanceOf(ConnectException.class);
            ensemble.tell("refused: neither of them; a certificate of another authority; the plain port");

            fromOutside(ensemble, tls(PAYMENTS, certificates));
        }
    }

    /** The names outside lead to where each Service of its own leads, and the client insists on them. */
    private static void fromOutside(Ensemble ensemble, ZKClientConfig config) throws Exception {
        StringBuilder names = new StringBuilder();
        for (int member = 1; member <= 3; member++) {
            assertThat(ensemble.cluster().endpoints("zk-external-" + member)).containsExactly("zk-" + member);
            names.append(ensemble.cluster().pod("zk-" + member).address() + " zk-" + member + ".example.com\n");
        }
        Files.writeString(Path.of(System.getProperty("jdk.net.hosts.file", "")), names, StandardOpenOption.APPEND);
        String all = SECURE.externalConnectString().orElseThrow();
        for (String one : all.split(",", -1)) {
            assertThat(read(one, config)).containsExactly("a");
        }
        write(all, config, "/b");
        ensemble.tell("from outside, by the names outside: each member is read, and one written");
    }

    @Test
    void a_key_in_another_form_is_refused_with_what_to_do() {
        Certificates certificates = new Certificates("*.zk-headless.test.svc.cluster.local");
        var secret = certificates.secret("test", "zk-tls");
        secret.getStringData().put("tls.key", "-----BEGIN RSA PRIVATE KEY-----\n");
        try (Ensemble ensemble = Ensemble.of(SECURE.app().with(secret), PASSWORDS)) {
            ensemble.cluster().start("zk-1");
            ensemble.cluster().await("zk-1 refuses", Duration.ofSeconds(20), () -> ensemble.cluster()
                    .pod("zk-1")
                    .failure()
                    .isPresent());
            assertThat(ensemble.cluster().pod("zk-1").log("prepare"))
                    .contains("member 1 cannot start: tls.key is not in PKCS #8 form. Ask cert-manager for "
                            + "privateKey.encoding PKCS8, or convert the key with: openssl pkcs8 -topk8 -nocrypt.\n");
        }
    }
}
