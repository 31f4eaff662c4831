@NullMarked
package dev.ordinal.core.graph;

import org.jspecify.annotations.NullMarked;
