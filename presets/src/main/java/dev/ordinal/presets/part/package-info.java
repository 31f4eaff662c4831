/** What the presets share: their words, their findings, their files, their run books. */
@NullMarked
package dev.ordinal.presets.part;

import org.jspecify.annotations.NullMarked;
