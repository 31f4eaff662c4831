@NullMarked
package dev.ordinal.presets.zookeeper;

import org.jspecify.annotations.NullMarked;
