@NullMarked
package dev.ordinal.core.diagnostic;

import org.jspecify.annotations.NullMarked;
