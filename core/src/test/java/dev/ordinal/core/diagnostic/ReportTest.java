package dev.ordinal.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Diagnostic WARNING = finding(Severity.WARNING, "a", "spec.replicas");
    private static final Diagnostic LATER = finding(Severity.ERROR, "b", "spec.replicas");
    private static final Diagnostic FIRST = finding(Severity.ERROR, "a", "spec.template");

    @Test
    void errors_come_first_then_objects_and_paths_in_order() {
        assertThat(Report.of(List.of(WARNING, LATER, FIRST)).diagnostics()).containsExactly(FIRST, LATER, WARNING);
    }

    @Test
    void findings_that_differ_only_in_their_reason_have_an_order_too() {
        Diagnostic other =
                new Diagnostic(Severity.ERROR, "Rule", FIRST.object(), FIRST.path(), "0", "a reason", "write 1");

        assertThat(Report.of(List.of(FIRST, other)).diagnostics()).containsExactly(other, FIRST);
    }

    @Test
    void a_finding_is_told_once() {
        assertThat(Report.of(List.of(FIRST, LATER, FIRST)).diagnostics()).containsExactly(FIRST, LATER);
    }

    @Test
    void the_text_has_a_blank_line_between_findings_and_counts_at_its_end() {
        assertThat(Report.of(List.of(WARNING, FIRST)))
                .hasToString(
                        """
                        ERROR    StatefulSet a  spec.template
                                 found  0
                                 why    nothing runs
                                 fix    write 1
                                 rule   Rule

                        WARNING  StatefulSet a  spec.replicas
                                 found  0
                                 why    nothing runs
                                 fix    write 1
                                 rule   Rule

                        1 error, 1 warning
                        """);
    }

    @Test
    void what_is_allowed_stands_at_the_end_one_line_each_and_counts_nowhere() {
        Report report = Report.of(
                List.of(WARNING),
                List.of(
                        new Allowed(LATER, "an empty\n  cache"),
                        new Allowed(FIRST, "a trial"),
                        new Allowed(FIRST, "a trial")));

        assertThat(report)
                .hasToString(
                        """
                        WARNING  StatefulSet a  spec.replicas
                                 found  0
                                 why    nothing runs
                                 fix    write 1
                                 rule   Rule

                        0 errors, 1 warning
                        allowed  Rule  StatefulSet a: a trial
                        allowed  Rule  StatefulSet b: an empty cache
                        """);
        assertThat(report.hasErrors()).isFalse();
    }

    @Test
    void numbers_agree_with_their_nouns() {
        assertThat(Report.of(List.of(FIRST, LATER)).summary()).isEqualTo("2 errors, 0 warnings");
        assertThat(Report.of(List.of(WARNING)).summary()).isEqualTo("0 errors, 1 warning");
    }

    @Test
    void an_empty_report_says_so() {
        assertThat(Report.of(List.of())).hasToString("no findings\n");
        assertThat(Report.of(List.of()).isEmpty()).isTrue();
    }

    @Test
    void only_errors_make_a_report_bad() {
        assertThat(Report.of(List.of(WARNING)).hasErrors()).isFalse();
        assertThat(Report.of(List.of(WARNING, FIRST)).hasErrors()).isTrue();
        assertThat(Report.of(List.of(WARNING, FIRST)).errors()).containsExactly(FIRST);
    }

    private static Diagnostic finding(Severity severity, String object, String path) {
        return new Diagnostic(
                severity, "Rule", ObjectRef.of("StatefulSet", null, object), path, "0", "nothing runs", "write 1");
    }
}
