/** What the tests of all presets share. */
@NullMarked
package dev.ordinal.presets;

import org.jspecify.annotations.NullMarked;
