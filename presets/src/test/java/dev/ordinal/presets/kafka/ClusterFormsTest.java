package dev.ordinal.presets.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/** The cluster as the words give it: certificates among members, users and passwords for clients. */
@RealServers
class ClusterFormsTest {
    @Test
    void a_secure_cluster_forms_from_nothing_and_lets_in_whom_it_was_told_to() throws Exception {
        Certificates certificates = new Certificates(String.join(",dns:", Kafka.NEW.certificateNames()));
        try (Kafka kafka = Kafka.of(Kafka.secured(Kafka.NEW, certificates), new Access.Secure(certificates))) {
            oneControllerAloneIsAliveButNotReady(kafka);
            kafka.cluster()
                    .start("events-controller-1", "events-controller-2", "events-100", "events-101", "events-102");
            kafka.awaitReady();
            assertThat(kafka.cluster().pods()).allMatch(Pod::answersReadiness).allMatch(Pod::answersLiveness);
            assertThat(kafka.voters()).containsExactly(0, 1, 2);
            assertThat(kafka.brokers()).containsExactly(100, 101, 102);
            kafka.tell("3 controllers and 3 brokers are ready, over TLS; controller " + kafka.leader() + " leads");

            String printed = kafka.follow(Kafka.NEW, "Connect", Kafka.secured(Kafka.NEW, certificates));
            Map<String, Object> payments = settings(kafka, certificates, printed);
            new Log("orders", with(payments, kafka.addresses(9092, "events-100"))).write("a", "b", "c");
            assertThat(new Log("orders", with(payments, kafka.addresses(9092, "events-102"))).read())
                    .containsExactly("a", "b", "c");
            kafka.tell("a user made by the run book wrote through events-100 and read through events-102");

            othersAreKeptOut(kafka, payments);
        }
    }

    /** The others are there just long enough for their names to be known, as in a cluster that makes all pods at once. */
    private static void oneControllerAloneIsAliveButNotReady(Kafka kafka) {
        kafka.cluster().start(Kafka.CONTROLLERS);
        Pod first = kafka.cluster().pod("events-controller-0");
        kafka.cluster().await("a controller begins", Duration.ofSeconds(30), () -> first.log("prepare")
                .contains("begins as a voter"));
        kafka.cluster().kill("events-controller-1", "events-controller-2");
        kafka.cluster().await("one controller alive", Duration.ofSeconds(120), first::lives);
        assertThat(first.answersReadiness()).isFalse();
        kafka.tell("events-controller-0 alone: alive, not ready");
    }

    private static void othersAreKeptOut(Kafka kafka, Map<String, Object> payments) {
        assertThatThrownBy(() -> new Log("secrets", payments).write("x"))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        Map<String, Object> stranger = new HashMap<>(payments);
        stranger.computeIfPresent("sasl.jaas.config", (key, line) -> line.toString()
                .replaceAll("password=\"[^\"]*\"", "password=\"guess\""));
        assertThatThrownBy(() -> new Log("orders", stranger).write("x"))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
        kafka.tell("a topic that was not allowed and a wrong password are refused");
    }

    private static Map<String, Object> settings(Kafka kafka, Certificates certificates, String printed)
            throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(printed.substring(printed.indexOf("security.protocol"))));
        Map<String, Object> settings = new HashMap<>(new Access.Secure(certificates).tls());
        properties.stringPropertyNames().stream()
                .filter(name -> name.contains("."))
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        return with(settings, kafka.addresses(9092));
    }

    private static Map<String, Object> with(Map<String, Object> settings, String servers) {
        Map<String, Object> more = new HashMap<>(settings);
        more.put("bootstrap.servers", servers);
        return more;
    }
}
