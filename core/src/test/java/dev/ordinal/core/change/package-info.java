@NullMarked
package dev.ordinal.core.change;

import org.jspecify.annotations.NullMarked;
