/** The words: immutable values that say what a stateful application needs, and their rendering to Kubernetes objects. */
@NullMarked
package dev.ordinal.dsl;

import org.jspecify.annotations.NullMarked;
