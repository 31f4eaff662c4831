/** The front door: rendered or parsed objects, their report and their text. */
@NullMarked
package dev.ordinal.core.manifest;

import org.jspecify.annotations.NullMarked;
