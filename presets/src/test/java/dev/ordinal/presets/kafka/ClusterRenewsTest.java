package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordinal.core.change.Step;
import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Test;

/** Another authority comes by the run book, under a writer who never loses a record. */
@RealServers
class ClusterRenewsTest {
    private static final KafkaCluster COMBINED =
            Kafka.NEW.controllers(Controllers.combined()).resources(mib(768));
    private static final Duration RESTARTED = Duration.ofMinutes(2);

    private final Certificates first = certificates("old");
    private final Certificates next = certificates("new");

    @Test
    void the_authority_is_changed_by_restarts_and_no_record_is_lost() throws Exception {
        try (Kafka kafka = Kafka.formed(Kafka.secured(COMBINED, first), new Access.Secure(first));
                Typist typist = new Typist(kafka.cluster())) {
            kafka.create("t", 3);
            for (String file : List.of("tls.crt", "tls.key")) {
                Files.copy(Path.of(next.path(file)), typist.file(file));
            }
            Files.copy(Path.of(next.path("ca.crt")), typist.file("new-ca.crt"));
            List<Step> steps = Typist.steps(COMBINED.runBook(), "Change the authority");

            typist.follow(steps.subList(0, 1), RESTARTED);
            under(kafka, first, typist, steps.subList(1, 2));
            kafka.tell("all show a certificate of the new authority");
            under(kafka, next, typist, steps.subList(2, 3));
            assertThatThrownBy(() -> log(kafka, new Access.Secure(first, next.path("ca.crt")))
                            .read())
                    .isInstanceOf(SslAuthenticationException.class);
            assertThat(log(kafka, new Access.Secure(next)).read()).isNotEmpty();
            kafka.tell("all trust the new authority alone");
        }
    }

    /** A client of its own certificate, who trusts both, writes all the while. */
    private void under(Kafka kafka, Certificates client, Typist typist, List<Step> steps) throws IOException {
        Path both = typist.file("both.pem");
        Files.writeString(
                both, Files.readString(Path.of(first.path("ca.crt"))) + Files.readString(Path.of(next.path("ca.crt"))));
        Log log = log(kafka, new Access.Secure(client, both.toString()));
        try (SteadyWriter writer = new SteadyWriter(log)) {
            typist.follow(steps, RESTARTED);
            List<String> acknowledged = writer.acknowledged();
            assertThat(log.read()).containsAll(acknowledged);
            assertThat(writer.failures()).isZero();
            kafka.tell("%d records acknowledged during the restarts, none lost, longest pause %.1f s"
                    .formatted(acknowledged.size(), writer.longestPauseInSeconds()));
        }
    }

    private static Log log(Kafka kafka, Access.Secure access) {
        return new Log("t", access.admin(kafka));
    }

    private static Certificates certificates(String authority) {
        return Certificates.of(authority, COMBINED.certificateNames().toArray(String[]::new));
    }
}
