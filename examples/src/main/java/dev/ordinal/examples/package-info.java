/** One class per example, each with a main of a few lines that prints a manifest. */
@NullMarked
package dev.ordinal.examples;

import org.jspecify.annotations.NullMarked;
