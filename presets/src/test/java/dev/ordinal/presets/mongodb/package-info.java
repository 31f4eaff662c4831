@NullMarked
package dev.ordinal.presets.mongodb;

import org.jspecify.annotations.NullMarked;
