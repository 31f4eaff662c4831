package dev.ordinal.presets.mysql;

import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.List;

/** What only someone who knows MySQL can see. */
final class MySqlRules {
    private MySqlRules() {}

    static List<Diagnostic> check(MySqlCluster cluster) {
        return List.of();
    }
}
