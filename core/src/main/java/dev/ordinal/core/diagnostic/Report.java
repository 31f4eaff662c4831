package dev.ordinal.core.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All findings, errors first, then by object, path and rule: the same input always gives the same report. */
public final class Report {
    /** Made when there are two findings to put in order; most reports have none. */
    private static final class Order {
        static final Comparator<Diagnostic> OF_FINDINGS = Comparator.comparing(Diagnostic::severity)
                .thenComparing(Diagnostic::object)
                .thenComparing(Diagnostic::path)
                .thenComparing(Diagnostic::rule)
                .thenComparing(Diagnostic::found)
                .thenComparing(Diagnostic::why);
    }

    private final List<Diagnostic> diagnostics;
    private final List<Allowed> allowed;

    private Report(List<Diagnostic> diagnostics, List<Allowed> allowed) {
        this.diagnostics = diagnostics;
        this.allowed = allowed;
    }

    /** A report of these findings; repeated ones are told once. */
    public static Report of(Collection<Diagnostic> diagnostics) {
        return of(diagnostics, List.of());
    }

    /** A report of these findings, and of those that are allowed; repeated ones are told once. */
    public static Report of(Collection<Diagnostic> diagnostics, Collection<Allowed> allowed) {
        return new Report(sorted(diagnostics), allowed.isEmpty() ? List.of() : sortedAllowed(allowed));
    }

    private static List<Allowed> sortedAllowed(Collection<Allowed> allowed) {
        return allowed.stream()
                .distinct()
                .sorted(Comparator.comparing(Allowed::finding, Order.OF_FINDINGS)
                        .thenComparing(Allowed::reason))
                .toList();
    }

    private static List<Diagnostic> sorted(Collection<Diagnostic> diagnostics) {
        return diagnostics.size() < 2
                ? List.copyOf(diagnostics)
                : diagnostics.stream().distinct().sorted(Order.OF_FINDINGS).toList();
    }

    /** The findings, errors first. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** What was found but is allowed, each with the reason. They are in none of the counts. */
    public List<Allowed> allowed() {
        return allowed;
    }

    /** The errors alone. */
    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    }

    /** Whether there is at least one error. */
    public boolean hasErrors() {
        // Errors come first.
        return !diagnostics.isEmpty() && diagnostics.get(0).severity() == Severity.ERROR;
    }

    /** Whether there is no finding at all; those that are allowed do not count. */
    public boolean isEmpty() {
        return diagnostics.isEmpty();
    }

    /** The last line of the text form, such as {@code 2 errors, 1 warning}. */
    public String summary() {
        int errors = errors().size();
        int warnings = diagnostics.size() - errors;
        return errors
                + (errors == 1 ? " error, " : " errors, ")
                + warnings
                + (warnings == 1 ? " warning" : " warnings");
    }

    /**
     * One line a finding, as compilers print theirs, each with a line break; empty when there is none:
     *
     * <pre>db.yaml:8:3: error: StatefulSet shop/db spec.serviceName: found "…" - …; fix: … [ServiceNameResolves]</pre>
     *
     * <p>What is allowed comes last, as {@code allowed: … : the reason [Rule]}.
     */
    public String lines() {
        return Stream.concat(
                        diagnostics.stream().map(DiagnosticLine::of),
                        allowed.stream().map(DiagnosticLine::of))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /**
     * All facts as JSON: {@code summary} with the numbers of {@code errors}, {@code warnings} and what is {@code allowed};
     * {@code diagnostics}, each with the same fields in the same order, of which {@code namespace}, {@code refusal} and
     * {@code position} may be null; and {@code allowed}, the same with a {@code reason} before them.
     */
    public String json() {
        return ReportJson.of(this);
    }

    /**
     * The report as SARIF 2.1.0, which code hosts and editors show beside the lines of the files. Paths of files are written as
     * they were given, so give them relative to the root of the repository. What is allowed is a result with a suppression.
     */
    public String sarif() {
        return Sarif.of(this);
    }

    /**
     * The text form: every finding, a blank line between, and the summary, or {@code no findings}; then a line for each
     * allowance that was used.
     */
    @Override
    public String toString() {
        String findings = isEmpty()
                ? "no findings\n"
                : diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n\n")) + "\n\n"
                        + summary() + "\n";
        return findings
                + allowed.stream()
                        .map(Allowed::toString)
                        .distinct()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
    }
}
