package dev.ordinal.presets.part;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a preset has to say about its own words, collected in the order in which it is said. */
public final class Findings {
    private final ObjectRef object;
    private final List<Diagnostic> found = new ArrayList<>();

    private Findings(ObjectRef object) {
        this.object = object;
    }

    /** About a value of that type, such as {@code KafkaCluster}. */
    public static Findings about(String type, Optional<String> namespace, String name) {
        return new Findings(ObjectRef.of(type, namespace.orElse(null), name));
    }

    /** It cannot work. */
    public Findings error(String rule, String word, Object value, String why, String fix) {
        found.add(new Diagnostic(Severity.ERROR, rule, object, word, value.toString(), why, fix));
        return this;
    }

    /** It works and will be regretted. */
    public Findings warning(String rule, String word, Object value, String why, String fix) {
        found.add(new Diagnostic(Severity.WARNING, rule, object, word, value.toString(), why, fix));
        return this;
    }

    /** All of them. */
    public List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
