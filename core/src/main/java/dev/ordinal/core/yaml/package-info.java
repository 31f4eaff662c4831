/** Text in, text out: the strict reader, the writer, and the property table of the model classes between them. */
@NullMarked
package dev.ordinal.core.yaml;

import org.jspecify.annotations.NullMarked;
