package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetentionKeepsDataTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete, whenScaled: Retain}
              template: {}
              volumeClaimTemplates: [{metadata: {name: data}}]
            """;

    private final Rule rule = new RetentionKeepsData();

    @Test
    void deleting_with_the_set_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.persistentVolumeClaimRetentionPolicy.whenDeleted
                                 found  "Delete"
                                 why    whoever deletes the set deletes its data, also where it is only to be created anew
                                 fix    write Retain, and delete claims by hand
                                 rule   RetentionKeepsData""");
    }

    @Test
    void deleting_with_a_member_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("Delete, whenScaled: Retain", "Retain, whenScaled: Delete")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.persistentVolumeClaimRetentionPolicy.whenScaled
                                 found  "Delete"
                                 why    scaling down deletes the data of the last members, and they come back empty
                                 fix    write Retain, and delete claims by hand
                                 rule   RetentionKeepsData""");
    }

    @Test
    void deleting_under_an_autoscaler_is_reported_as_that() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace("Delete, whenScaled: Retain", "Retain, whenScaled: Delete")
                                        .replace(
                                                "kind: StatefulSet\n",
                                                "kind: HorizontalPodAutoscaler\nmetadata: {name: orders-db}\nspec: {scaleTargetRef: {kind: StatefulSet, name: orders-db}}\n---\nkind: StatefulSet\n")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.persistentVolumeClaimRetentionPolicy.whenScaled
                                 found  "Delete"
                                 why    an autoscaler scales this set, and each time deletes the data of the last members; they come
                                        back empty
                                 fix    write Retain, and delete claims by hand
                                 rule   RetentionKeepsData""");
    }

    @Test
    void keeping_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("Delete, ", "Retain, "))).isEmpty();
    }

    @Test
    void a_set_without_claims_has_none_to_lose() {
        assertThat(judge(rule, EXAMPLE.replace("  volumeClaimTemplates: [{metadata: {name: data}}]\n", "")))
                .isEmpty();
    }
}
