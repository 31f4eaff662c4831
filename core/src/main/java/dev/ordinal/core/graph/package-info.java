/** The Kubernetes objects in order, the references between them, and the stable identity of pods. */
@NullMarked
package dev.ordinal.core.graph;

import org.jspecify.annotations.NullMarked;
