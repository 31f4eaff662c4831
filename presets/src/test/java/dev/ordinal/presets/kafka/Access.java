package dev.ordinal.presets.kafka;

import java.util.HashMap;
import java.util.Map;

/** How a test talks to the brokers. */
sealed interface Access {
    /** The port of the brokers that the administrator uses. */
    int port();

    /** The settings of an administrator. */
    Map<String, Object> admin(Kafka kafka);

    /** The settings of somebody who writes and reads. */
    Map<String, Object> client(Kafka kafka);

    /** Plain text, no users. */
    record Plain() implements Access {
        @Override
        public int port() {
            return 9092;
        }

        @Override
        public Map<String, Object> admin(Kafka kafka) {
            return client(kafka);
        }

        @Override
        public Map<String, Object> client(Kafka kafka) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("bootstrap.servers", kafka.addresses());
            return settings;
        }
    }
}
