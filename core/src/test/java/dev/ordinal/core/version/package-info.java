@NullMarked
package dev.ordinal.core.version;

import org.jspecify.annotations.NullMarked;
