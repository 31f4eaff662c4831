/** The MySQL preset, in its words and on real servers. */
@NullMarked
package dev.ordinal.presets.mysql;

import org.jspecify.annotations.NullMarked;
