package dev.ordinal.core.rule;

import dev.ordinal.core.Given;
import dev.ordinal.core.admission.PodLevels;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule says about a YAML text. */
final class Judge {
    static final PodStandard STANDARD = PodLevels::violations;

    private Judge() {}

    /** What rules find in a graph, in the order of the rules. */
    static List<Diagnostic> findings(ResourceGraph graph, Rule... rules) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Rule rule : rules) {
            rule.check(graph, findings::add);
        }
        return findings;
    }

    /** What the standard rules find in a graph. */
    static List<Diagnostic> findings(ResourceGraph graph) {
        return findings(graph, StandardRules.all(STANDARD).toArray(new Rule[0]));
    }

    /** All findings in their text form, with a blank line between; empty when there are none. */
    static String judge(Rule rule, String yaml) {
        return Report.of(findings(Given.graph(yaml), rule)).diagnostics().stream()
                .map(Diagnostic::toString)
                .collect(Collectors.joining("\n\n"));
    }
}
