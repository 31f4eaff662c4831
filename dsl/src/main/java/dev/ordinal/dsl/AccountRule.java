package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A right in the app's namespace.
 *
 * @param apiGroup the API group; empty for core
 * @param resources the resources, such as {@code endpoints}
 * @param names the names of the objects; empty for all
 * @param verbs what may be done, such as {@code get}
 */
public record AccountRule(String apiGroup, List<String> resources, List<String> names, List<String> verbs) {
    /** Keeps its own copies. */
    public AccountRule {
        requireNonNull(apiGroup, "apiGroup");
        requireNonNull(resources, "resources");
        requireNonNull(names, "names");
        requireNonNull(verbs, "verbs");
        resources = List.copyOf(resources);
        names = List.copyOf(names);
        verbs = List.copyOf(verbs);
    }
}
