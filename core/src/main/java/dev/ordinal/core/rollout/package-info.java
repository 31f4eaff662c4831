/** The StatefulSet controller as a pure state machine: what it will do, step by step, before anything is applied. */
@NullMarked
package dev.ordinal.core.rollout;

import org.jspecify.annotations.NullMarked;
