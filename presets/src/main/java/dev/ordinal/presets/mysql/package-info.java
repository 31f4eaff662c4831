/** MySQL: a replicated database in a few words, written in the public language only. */
@NullMarked
package dev.ordinal.presets.mysql;

import org.jspecify.annotations.NullMarked;
