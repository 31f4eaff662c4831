package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.RealServers;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.Test;

@RealServers
class EnsembleTlsTest {
    private static final ZooKeeperEnsemble SECURE = Ensemble.NEW.tls("zk-tls");

    @Test
    void members_and_clients_speak_tls_with_certificates_from_a_secret() throws Exception {
        Certificates certificates = new Certificates("*.zk-headless.test.svc.cluster.local");
        try (Ensemble ensemble = Ensemble.formed(SECURE.app().with(certificates.secret("test", "zk-tls")))) {
            ensemble.assertOneLeader();
            String written = ensemble.cluster().pod("zk-1").address();
            try (Client client = Client.of(written + ":2281", config(certificates))) {
                client.keeper().create("/a", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
            }
            String read = ensemble.cluster().pod("zk-3").address();
            try (Client client = Client.of(read + ":2281", config(certificates))) {
                client.keeper().sync("/", (code, path, context) -> {}, null);
                assertThat(client.keeper().getChildren("/", false)).contains("a");
            }
            assertThat(ensemble.cluster().pod("zk-3").log("zookeeper")).contains("Using TLS encrypted quorum");
            assertThatThrownBy(() -> new Socket(written, 2181).close()).isInstanceOf(ConnectException.class);
            ensemble.tell("written and read over TLS; the plain port cannot be reached from outside");
        }
    }

    @Test
    void a_key_in_another_form_is_refused_with_what_to_do() {
        Certificates certificates = new Certificates("*.zk-headless.test.svc.cluster.local");
        var secret = certificates.secret("test", "zk-tls");
        secret.getStringData().put("tls.key", "-----BEGIN RSA PRIVATE KEY-----\n");
        try (Ensemble ensemble = Ensemble.of(SECURE.app().with(secret))) {
            ensemble.cluster().start("zk-1");
            ensemble.cluster().await("zk-1 refuses", Duration.ofSeconds(20), () -> ensemble.cluster()
                    .pod("zk-1")
                    .failure()
                    .isPresent());
            assertThat(ensemble.cluster().pod("zk-1").log("prepare"))
                    .isEqualTo("member 1: empty disk, new ensemble\n"
                            + "member 1 cannot start: tls.key is not in PKCS #8 form. Ask cert-manager for "
                            + "privateKey.encoding PKCS8, or convert the key with: openssl pkcs8 -topk8 -nocrypt.\n");
        }
    }

    private static ZKClientConfig config(Certificates certificates) {
        ZKClientConfig config = new ZKClientConfig();
        Map.of(
                        "zookeeper.client.secure", "true",
                        "zookeeper.clientCnxnSocket", "org.apache.zookeeper.ClientCnxnSocketNetty",
                        "zookeeper.ssl.keyStore.location", certificates.path("member.pem"),
                        "zookeeper.ssl.keyStore.type", "PEM",
                        "zookeeper.ssl.trustStore.location", certificates.path("ca.crt"),
                        "zookeeper.ssl.trustStore.type", "PEM",
                        // The test connects by address, which no certificate names.
                        "zookeeper.ssl.hostnameVerification", "false")
                .forEach(config::setProperty);
        return config;
    }
}
