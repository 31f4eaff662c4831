@NullMarked
package dev.ordinal.core.rollout;

import org.jspecify.annotations.NullMarked;
