package dev.ordinal.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ordinal.core.Given;
import dev.ordinal.core.diagnostic.Allowed;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.graph.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowancesTest {
    private static final String CACHE =
            """
            kind: StatefulSet
            metadata:
              name: cache
              namespace: shop
              annotations: {ordinal.dev/allow.GraceIsNotZero: "the cache holds nothing that could be lost"}
            spec: {template: {spec: {terminationGracePeriodSeconds: 0}}}
            """;

    @Test
    void an_allowed_finding_is_told_apart_with_its_reason() {
        Report report = report(CACHE);

        assertThat(report)
                .hasToString(
                        """
                        no findings
                        allowed  GraceIsNotZero  StatefulSet shop/cache: the cache holds nothing that could be lost
                        """);
        assertThat(report.hasErrors()).isFalse();
        assertThat(report.allowed())
                .extracting(Allowed::reason, a -> a.finding().path())
                .containsExactly(tuple(
                        "the cache holds nothing that could be lost",
                        "spec.template.spec.terminationGracePeriodSeconds"));
    }

    @Test
    void nothing_is_allowed_without_a_reason() {
        assertThat(report(CACHE.replace("the cache holds nothing that could be lost", " ")))
                .hasToString(
                        """
                        ERROR    StatefulSet shop/cache  spec.template.spec.terminationGracePeriodSeconds
                                 found  0
                                 why    a pod is killed without a clean stop, and its successor may start while the old process still
                                        runs: two members with one identity
                                 fix    remove it for the default of 30, or write how long a clean stop takes
                                 rule   GraceIsNotZero

                        WARNING  StatefulSet shop/cache  metadata.annotations[ordinal.dev/allow.GraceIsNotZero]
                                 found  no reason
                                 why    nobody can tell later whether it may still be left as it is, so nothing is left out
                                 fix    write the reason as the value, or remove this annotation
                                 rule   AllowanceIsUsed

                        1 error, 1 warning
                        """);
    }

    @Test
    void an_allowance_of_nothing_is_reported() {
        assertThat(report(CACHE.replace("Seconds: 0", "Seconds: 30")))
                .hasToString(
                        """
                        WARNING  StatefulSet shop/cache  metadata.annotations[ordinal.dev/allow.GraceIsNotZero]
                                 found  "the cache holds nothing that could be lost"
                                 why    no finding of a rule GraceIsNotZero is left out because of it, and the next one that comes
                                        would go unnoticed
                                 fix    remove this annotation
                                 rule   AllowanceIsUsed

                        0 errors, 1 warning
                        """);
    }

    @Test
    void an_allowance_holds_for_its_own_object_only() {
        String other = CACHE.replace("name: cache", "name: orders").replaceFirst("(?m)^  annotations:.*\\n", "");

        assertThat(report(CACHE + "---\n" + other).diagnostics())
                .extracting(d -> d.object().name())
                .containsExactly("orders");
    }

    @Test
    void the_same_words_on_many_objects_are_used_where_one_of_them_needs_them() {
        String service = CACHE.replace("kind: StatefulSet", "kind: Service")
                .replace("{template: {spec: {terminationGracePeriodSeconds: 0}}}", "{}");

        assertThat(report(CACHE + "---\n" + service).diagnostics()).isEmpty();
    }

    @Test
    void what_the_api_server_refuses_cannot_be_allowed() {
        ResourceGraph graph = Given.graph(CACHE);
        List<Diagnostic> refused = Judge.findings(graph, new GraceIsNotZero()).stream()
                .map(finding -> finding.refused("FieldValueInvalid", finding.path()))
                .toList();

        assertThat(Allowances.of(graph).report(List.of(), refused).errors()).isEqualTo(refused);
        assertThat(Allowances.of(graph).report(refused, List.of()).errors()).isEqualTo(refused);
    }

    private static Report report(String yaml) {
        ResourceGraph graph = Given.graph(yaml);
        return Allowances.of(graph).report(List.of(), Judge.findings(graph, new GraceIsNotZero()));
    }
}
