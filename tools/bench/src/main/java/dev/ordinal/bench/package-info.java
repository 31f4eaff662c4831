/** What Ordinal costs, measured beside its peers in the same run. */
@NullMarked
package dev.ordinal.bench;

import org.jspecify.annotations.NullMarked;
