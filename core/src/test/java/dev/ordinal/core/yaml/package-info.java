/** Tests of reading and writing. */
@NullMarked
package dev.ordinal.core.yaml;

import org.jspecify.annotations.NullMarked;
