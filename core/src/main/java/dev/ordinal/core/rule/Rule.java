package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import java.util.function.Consumer;

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

    /**
     * Tells each place where the statement does not hold.
     *
     * @param graph the objects
     * @param found takes the findings, such as {@code found.accept(field.warning(name(), "0", why, fix))}
     */
    void check(ResourceGraph graph, Consumer<Diagnostic> found);
}
