package dev.ordinal.core.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One finding: where, what was found there, what it does in the cluster, and what to do about it. */
public final class Diagnostic {
    private final Severity severity;
    private final String rule;
    private final ObjectRef object;
    private final String path;
    private final String found;
    private final String why;
    private final String fix;
    private final @Nullable Refusal refusal;
    private final @Nullable Position position;

    /**
     * A finding without a place in a text and without a refusal.
     *
     * @param rule the name of the rule, which is the true statement that it defends
     * @param path the path as in the YAML, such as {@code spec.template.spec.containers[0].image}
     * @param found the offending value, quoted, or a few words such as {@code nothing}
     * @param why the consequence in the cluster
     * @param fix what to do, beginning with a verb
     */
    public Diagnostic(
            Severity severity, String rule, ObjectRef object, String path, String found, String why, String fix) {
        this(severity, rule, object, path, found, why, fix, null, null);
    }

    private Diagnostic(
            Severity severity,
            String rule,
            ObjectRef object,
            String path,
            String found,
            String why,
            String fix,
            @Nullable Refusal refusal,
            @Nullable Position position) {
        this.severity = severity;
        this.rule = rule;
        this.object = object;
        this.path = path;
        this.found = found;
        this.why = why;
        this.fix = fix;
        this.refusal = refusal;
        this.position = position;
    }

    /** The same finding, with what the API server would answer. */
    public Diagnostic refused(String reason, String field) {
        return new Diagnostic(severity, rule, object, path, found, why, fix, new Refusal(reason, field), position);
    }

    /** The same finding, about an object that goes by another name. */
    public Diagnostic about(ObjectRef other) {
        return new Diagnostic(severity, rule, other, path, found, why, fix, refusal, position);
    }

    /** The same finding, at a place in the text that was read. */
    public Diagnostic at(Position place) {
        return new Diagnostic(severity, rule, object, path, found, why, fix, refusal, place);
    }

    /** Error or warning. */
    public Severity severity() {
        return severity;
    }

    /** The rule's name, such as {@code ServiceNameResolves}. */
    public String rule() {
        return rule;
    }

    /** The object that carries the fault. */
    public ObjectRef object() {
        return object;
    }

    /** The path as in the YAML; empty for the object as a whole. */
    public String path() {
        return path;
    }

    /** What stands there. */
    public String found() {
        return found;
    }

    /** The consequence in the cluster. */
    public String why() {
        return why;
    }

    /** What to do, beginning with a verb. */
    public String fix() {
        return fix;
    }

    /** What a 1.36 API server would answer, where it would refuse. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Where it stands, when the object was read from a text. */
    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    /** Equal findings say the same of the same place. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Diagnostic that && facts().equals(that.facts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, object, path, found, why, position);
    }

    private List<@Nullable Object> facts() {
        return Arrays.asList(severity, rule, object, path, found, why, fix, refusal, position);
    }

    /** The aligned text form, without a line break at its end. */
    @Override
    public String toString() {
        return DiagnosticText.of(this);
    }
}
