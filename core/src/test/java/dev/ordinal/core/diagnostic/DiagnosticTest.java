package dev.ordinal.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private static final Diagnostic FINDING = new Diagnostic(
            Severity.ERROR,
            "ServiceNameResolves",
            ObjectRef.of("StatefulSet", "shop", "orders-db"),
            "spec.serviceName",
            "\"orders-headless\"",
            "no Service of that name is in this manifest, so pod addresses such as orders-db-0.orders-headless will not resolve",
            "use \"orders-db-headless\", which is in this manifest, or add the missing Service");

    @Test
    void the_text_has_a_head_and_five_aligned_facts() {
        assertThat(FINDING)
                .hasToString(
                        """
                        ERROR    StatefulSet shop/orders-db  spec.serviceName
                                 found  "orders-headless"
                                 why    no Service of that name is in this manifest, so pod addresses such as
                                        orders-db-0.orders-headless will not resolve
                                 fix    use "orders-db-headless", which is in this manifest, or add the missing Service
                                 rule   ServiceNameResolves""");
    }

    @Test
    void a_finding_about_a_text_tells_where_it_stands() {
        assertThat(FINDING.at(new Position("db.yaml", 6, 16)).toString())
                .startsWith(
                        """
                        ERROR    StatefulSet shop/orders-db  spec.serviceName
                                 at     db.yaml:6:16
                                 found  "orders-headless"
                        """);
    }

    @Test
    void an_object_as_a_whole_has_no_path_and_may_have_no_name() {
        Diagnostic finding = new Diagnostic(
                Severity.WARNING,
                "BudgetExists",
                ObjectRef.of("StatefulSet", "", ""),
                "",
                "no budget",
                "a drain may\nevict all",
                "add one");

        assertThat(finding)
                .hasToString(
                        """
                        WARNING  StatefulSet (no name)
                                 found  no budget
                                 why    a drain may
                                        evict all
                                 fix    add one
                                 rule   BudgetExists""");
    }

    @Test
    void a_refusal_is_part_of_the_finding_but_not_of_its_text() {
        Diagnostic refused = FINDING.refused("FieldValueInvalid", "spec.serviceName");

        assertThat(refused.refusal()).contains(new Refusal("FieldValueInvalid", "spec.serviceName"));
        assertThat(refused.toString()).isEqualTo(FINDING.toString());
        assertThat(refused).isNotEqualTo(FINDING);
    }

    @Property
    void wrapping_loses_no_word_and_keeps_the_width(
            @ForAll List<@AlphaChars @StringLength(min = 1, max = 130) String> words) {
        String why = String.join(" ", words);
        Diagnostic finding = new Diagnostic(Severity.ERROR, "R", ObjectRef.of("Pod", null, "p"), "", "f", why, "x");
        List<String> lines = finding.toString().lines().toList();

        assertThat(lines.subList(2, lines.size() - 2).stream().map(line -> line.substring(16)))
                .allMatch(line -> line.length() <= 94 || !line.contains(" "));
        assertThat(lines.subList(2, lines.size() - 2).stream()
                        .map(line -> line.substring(16))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(why);
    }
}
