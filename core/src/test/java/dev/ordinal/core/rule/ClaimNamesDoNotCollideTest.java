package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimNamesDoNotCollideTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              template: {}
              volumeClaimTemplates: [{metadata: {name: data}}]
            ---
            kind: StatefulSet
            metadata: {name: db}
            spec:
              template: {}
              volumeClaimTemplates: [{metadata: {name: data-orders}}]
            """;

    private final Rule rule = new ClaimNamesDoNotCollide();

    @Test
    void two_sets_that_make_the_same_claim_are_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.volumeClaimTemplates[0].metadata.name
                                 found  "data"
                                 why    its claim data-orders-db-0 is also the claim that StatefulSet db makes from "data-orders", so
                                        two pods would share one volume
                                 fix    give one of the two claim templates another name
                                 rule   ClaimNamesDoNotCollide""");
    }

    @Test
    void other_template_names_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("data-orders", "data"))).isEmpty();
    }

    @Test
    void other_ordinals_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{name: db}\nspec:", "{name: db}\nspec:\n  ordinals: {start: 3}")))
                .isEmpty();
    }

    @Test
    void other_namespaces_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{name: db}", "{name: db, namespace: bank}")))
                .isEmpty();
    }
}
