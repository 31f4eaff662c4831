/** Keeps what Ordinal costs from slipping unseen. */
@NullMarked
package dev.ordinal.bench;

import org.jspecify.annotations.NullMarked;
