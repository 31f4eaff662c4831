package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimTemplatesMakeValidClaimsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template: {}
              volumeClaimTemplates:
                - metadata:
                    name: data
                    labels: {team: "orders & billing"}
            """;

    private final Rule rule = new ClaimTemplatesMakeValidClaims();

    @Test
    void a_label_that_is_none_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.volumeClaimTemplates[0].metadata.labels[team]
                                 found  "team: orders & billing"
                                 why    the API server takes the set but refuses its claims, so that not one pod is made
                                 fix    write a key and a value of letters, digits, -, _ and ., each at most 63 characters long, with
                                        a letter or a digit at both ends
                                 rule   ClaimTemplatesMakeValidClaims""");
    }

    @Test
    void a_key_that_is_none_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("team: \"orders & billing\"", "\"Example.COM/team\": orders")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.volumeClaimTemplates[0].metadata.labels[Example.COM/team]
                                 found  "Example.COM/team: orders"
                                 why    the API server takes the set but refuses its claims, so that not one pod is made
                                 fix    write a key and a value of letters, digits, -, _ and ., each at most 63 characters long, with
                                        a letter or a digit at both ends
                                 rule   ClaimTemplatesMakeValidClaims""");
    }

    @Test
    void an_annotation_is_judged_without_case() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "labels: {team: \"orders & billing\"}",
                                "annotations: {\"Example.COM/team\": \"orders & billing\"}")))
                .isEmpty();
    }

    @Test
    void an_annotation_key_with_a_blank_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("labels: {team: \"orders & billing\"}", "annotations: {\"our team\": orders}")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.volumeClaimTemplates[0].metadata.annotations[our team]
                                 found  "our team"
                                 why    the API server takes the set but refuses its claims, so that not one pod is made
                                 fix    write a key and a value of letters, digits, -, _ and ., each at most 63 characters long, with
                                        a letter or a digit at both ends
                                 rule   ClaimTemplatesMakeValidClaims""");
    }

    @Test
    void an_owner_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "labels: {team: \"orders & billing\"}",
                                "ownerReferences: [{kind: ConfigMap, name: old}]")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.volumeClaimTemplates[0].metadata.ownerReferences[0]
                                 found  "old"
                                 why    each claim gets this owner, and is deleted with its data when the owner is not there
                                 fix    remove ownerReferences
                                 rule   ClaimTemplatesMakeValidClaims""");
    }

    @Test
    void a_finalizer_is_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "labels: {team: \"orders & billing\"}",
                                "finalizers: [kubernetes.io/pvc-protection, example.com/keep]")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.volumeClaimTemplates[0].metadata.finalizers[1]
                                 found  "example.com/keep"
                                 why    each claim gets this finalizer, and is never gone when it is deleted
                                 fix    remove finalizers
                                 rule   ClaimTemplatesMakeValidClaims""");
    }

    @Test
    void good_labels_are_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "team: \"orders & billing\"", "example.com/team: \"orders_and.billing\", empty: \"\"")))
                .isEmpty();
    }
}
