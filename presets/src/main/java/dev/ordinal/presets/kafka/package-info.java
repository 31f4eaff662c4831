/** Kafka: controllers, brokers and what clients need, in a few words; written in the public language only. */
@NullMarked
package dev.ordinal.presets.kafka;

import org.jspecify.annotations.NullMarked;
