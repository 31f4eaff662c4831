/** A running manifest against a wanted one: what differs, what the server refuses, and what it does to pods and data. */
@NullMarked
package dev.ordinal.core.change;

import org.jspecify.annotations.NullMarked;
