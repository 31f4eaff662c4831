@NullMarked
package dev.ordinal.core.rule;

import org.jspecify.annotations.NullMarked;
