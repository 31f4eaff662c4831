package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import java.util.stream.Stream;

/**
 * A true statement about a set of objects, and the function that finds where it does not hold. A rule is named after the
 * statement, such as {@code ServiceNameResolves}, has a test and a section in {@code docs/rules.md} of that name, and a line
 * in {@link StandardRules}.
 */
public interface Rule {
    /** The name that findings carry. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** What the statement says, and what happens in the cluster where it does not hold: the rule's page. */
    String about();

    /** Where the statement does not hold; empty when it does. */
    Stream<Diagnostic> check(ResourceGraph graph);
}
