package dev.ordinal.presets.kafka;

import dev.ordinal.presets.server.Certificates;
import java.util.HashMap;
import java.util.Map;

/** How a test talks to the brokers. */
sealed interface Access {
    /** The settings of an administrator. */
    Map<String, Object> admin(Kafka kafka);

    /** Plain text, no users. */
    record Plain() implements Access {
        @Override
        public Map<String, Object> admin(Kafka kafka) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("bootstrap.servers", kafka.addresses(9092));
            return settings;
        }
    }

    /**
     * As a member, with a member's certificate.
     *
     * @param trusted the file of the authorities that it trusts
     */
    record Secure(Certificates certificates, String trusted) implements Access {
        Secure(Certificates certificates) {
            this(certificates, certificates.path("ca.crt"));
        }

        @Override
        public Map<String, Object> admin(Kafka kafka) {
            Map<String, Object> settings = new HashMap<>(tls());
            settings.put("bootstrap.servers", kafka.addresses(9091));
            settings.put("security.protocol", "SSL");
            settings.put("ssl.keystore.type", "PEM");
            settings.put("ssl.keystore.location", certificates.path("member.pem"));
            return settings;
        }

        /** What anybody needs who wants to be sure whom he talks to. */
        Map<String, Object> tls() {
            return Map.of("ssl.truststore.type", "PEM", "ssl.truststore.location", trusted);
        }
    }
}
