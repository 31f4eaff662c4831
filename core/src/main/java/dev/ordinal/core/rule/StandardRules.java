package dev.ordinal.core.rule;

import java.util.List;

/** Every rule that Ordinal applies, sorted by name: one class, one test and one line here for each. */
public final class StandardRules {
    private static final List<Rule> ALL = List.of();

    private StandardRules() {}

    /** The rules, sorted by name. */
    public static List<Rule> all() {
        return ALL;
    }
}
