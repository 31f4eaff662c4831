package dev.ordinal.core.rule;

import dev.ordinal.core.Given;
import dev.ordinal.core.admission.PodLevels;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import java.util.stream.Collectors;

/** What a rule says about a YAML text. */
final class Judge {
    static final PodStandard STANDARD = PodLevels::violations;

    private Judge() {}

    /** All findings in their text form, with a blank line between; empty when there are none. */
    static String judge(Rule rule, String yaml) {
        return Report.of(rule.check(Given.graph(yaml)).toList()).diagnostics().stream()
                .map(Diagnostic::toString)
                .collect(Collectors.joining("\n\n"));
    }
}
