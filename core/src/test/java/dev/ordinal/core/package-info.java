@NullMarked
package dev.ordinal.core;

import org.jspecify.annotations.NullMarked;
