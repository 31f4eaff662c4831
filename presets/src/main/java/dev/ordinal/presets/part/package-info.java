/** What the presets share: their files, their findings, their run books. Not for users of the presets. */
@NullMarked
package dev.ordinal.presets.part;

import org.jspecify.annotations.NullMarked;
