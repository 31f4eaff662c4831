package dev.ordinal.presets.kafka;

import dev.ordinal.dsl.Port;

/** Who is met at which port. */
final class KafkaPorts {
    static final Port INTERNAL = Port.tcp("internal", 9091);
    static final Port CLIENT = Port.tcp("client", 9092);
    static final Port CONTROLLER = Port.tcp("controller", 9093);
    static final Port EXTERNAL = Port.tcp("external", 9094);
    static final Port METRICS = Port.tcp("metrics", 9404);

    private KafkaPorts() {}
}
