@NullMarked
package dev.ordinal.presets.kafka;

import org.jspecify.annotations.NullMarked;
