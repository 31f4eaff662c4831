package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Allowed;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.graph.Grouped;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules that objects are let off, each with a reason: annotations such as {@code ordinal.dev/allow.GraceIsNotZero: "the
 * cache holds nothing"}. What the API server refuses cannot be allowed.
 */
public final class Allowances {
    /** Followed by the name of a rule. */
    public static final String PREFIX = "ordinal.dev/allow.";

    /** Followed by the name of a rule about changes. */
    public static final String CHANGE_PREFIX = "ordinal.dev/allow-change.";

    private static final String NAME = "AllowanceIsUsed";

    private final List<Allowance> all;
    private final Map<ObjectRef, List<Allowance>> byObject = new HashMap<>(0);
    private final boolean mustBeUsed;

    private Allowances(List<Allowance> all, boolean mustBeUsed) {
        this.all = all;
        for (Allowance one : all) {
            Grouped.add(byObject, one.object(), one);
        }
        this.mustBeUsed = mustBeUsed;
    }

    /** The allowances that the objects of a graph carry. */
    public static Allowances of(ResourceGraph graph) {
        List<Allowance> all = new ArrayList<>(0);
        add(graph, PREFIX, all);
        return new Allowances(all, true);
    }

    /**
     * What the objects of two graphs allow of a change from one to the other. It may stay in the manifest when the change is
     * done, so it need not be used.
     */
    public static Allowances ofChanges(ResourceGraph running, ResourceGraph wanted) {
        List<Allowance> all = new ArrayList<>(0);
        add(wanted, CHANGE_PREFIX, all);
        add(running, CHANGE_PREFIX, all);
        return new Allowances(all, false);
    }

    private static void add(ResourceGraph graph, String prefix, List<Allowance> all) {
        for (Located<HasMetadata> object : graph.objects(HasMetadata.class)) {
            ObjectMeta metadata = object.get().getMetadata();
            if (metadata != null
                    && metadata.getAnnotations() != null
                    && !metadata.getAnnotations().isEmpty()) {
                for (var entry : object.step("metadata", metadata).entries("annotations", metadata.getAnnotations())) {
                    String key = String.valueOf(entry.get().getKey());
                    if (key.startsWith(prefix)) {
                        all.add(new Allowance(entry, key.substring(prefix.length())));
                    }
                }
            }
        }
    }

    /**
     * The report: what is found and not allowed, what is allowed, and the allowances that have no reason or nothing to
     * allow.
     *
     * @param certain findings that cannot be allowed
     * @param regretted findings of rules
     */
    public Report report(Collection<Diagnostic> certain, Collection<Diagnostic> regretted) {
        List<Diagnostic> findings = new ArrayList<>(certain);
        List<Allowed> allowed = new ArrayList<>();
        for (Diagnostic finding : regretted) {
            Optional<Allowance> allowance = allowance(finding);
            allowance.ifPresentOrElse(a -> allowed.add(new Allowed(finding, a.reason())), () -> findings.add(finding));
        }
        if (mustBeUsed && !all.isEmpty()) {
            unused(allowed).forEach(findings::add);
        }
        return Report.of(findings, allowed);
    }

    private Optional<Allowance> allowance(Diagnostic finding) {
        return finding.refusal().isPresent()
                ? Optional.empty()
                : byObject.getOrDefault(finding.object(), List.of()).stream()
                        .filter(allowance -> allowance.hasReason() && allowance.covers(finding))
                        .findFirst();
    }

    /** An app puts the same words on all its objects, so they are told as one, and it is enough that one object needs them. */
    private List<Diagnostic> unused(List<Allowed> allowed) {
        Map<String, Allowance> unused = new TreeMap<>();
        all.forEach(one -> unused.merge(one.words(), one, (a, b) -> a.object().compareTo(b.object()) <= 0 ? a : b));
        for (Allowed one : allowed) {
            byObject.getOrDefault(one.finding().object(), List.of()).stream()
                    .filter(allowance -> allowance.hasReason() && allowance.covers(one.finding()))
                    .forEach(allowance -> unused.remove(allowance.words()));
        }
        return unused.values().stream().map(Allowance::finding).toList();
    }

    private record Allowance(Located<Map.Entry<String, String>> entry, String rule) {
        ObjectRef object() {
            return entry.object();
        }

        String reason() {
            return entry.get().getValue();
        }

        boolean hasReason() {
            return !reason().isBlank();
        }

        String words() {
            return rule() + "=" + reason();
        }

        boolean covers(Diagnostic finding) {
            return finding.rule().equals(rule()) && finding.object().equals(object());
        }

        Diagnostic finding() {
            return hasReason()
                    ? entry.warning(
                            NAME,
                            Text.found(reason()),
                            "no finding of a rule " + rule() + " is left out because of it, and the next one that comes"
                                    + " would go unnoticed",
                            "remove this annotation")
                    : entry.warning(
                            NAME,
                            "no reason",
                            "nobody can tell later whether it may still be left as it is, so nothing is left out",
                            "write the reason as the value, or remove this annotation");
        }
    }
}
