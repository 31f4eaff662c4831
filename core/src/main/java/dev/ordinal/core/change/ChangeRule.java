package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.stream.Stream;

/**
 * A true statement about going from one manifest to the next, and the function that finds where it does not hold: what the
 * API server accepts and somebody will regret.
 */
interface ChangeRule {
    /** The name that findings carry. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** What the statement says, and what happens where it does not hold: the rule's part of the page. */
    String about();

    /** Where the statement does not hold; empty when it does. */
    Stream<Diagnostic> check(Changed changed);
}
