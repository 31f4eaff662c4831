package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

/** What the API server accepts of a change, and somebody would regret. */
class ChangeRulesTest {
    private static final String SET = PlanTest.SET;

    private static Report report(String running, String wanted) {
        return Change.between(Manifest.parse(running), Manifest.parse(wanted)).report();
    }

    private static Report report(String from, String to, String base) {
        return report(base, base.replace(from, to));
    }

    @Test
    void the_rules_are_sorted_by_name_and_say_what_they_are_about() {
        assertThat(ChangeRules.all()).extracting(ChangeRule::name).isSorted().doesNotHaveDuplicates();
        assertThat(ChangeRules.all()).extracting(ChangeRule::about).noneMatch(String::isBlank);
    }

    @Test
    void claims_that_would_go_with_the_set_are_named() {
        assertThat(report(
                        "replicas: 2",
                        "replicas: 2\n  persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}",
                        SET))
                .hasToString(
                        """
                        WARNING  StatefulSet shop/db  spec.persistentVolumeClaimRetentionPolicy.whenDeleted
                                 at     <text>:7:42
                                 found  "Retain" -> "Delete"
                                 why    from then on, whoever deletes the set deletes data-db-0, data-db-1 with what is on them
                                 fix    write Retain, and delete claims by hand once nobody needs them
                                 rule   DataSurvivesChange

                        0 errors, 1 warning
                        """);
    }

    @Test
    void claims_that_go_with_their_members_are_named() {
        String deletes =
                SET.replace("replicas: 2", "replicas: 4\n  persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}");
        assertThat(report("replicas: 4", "replicas: 2", deletes))
                .hasToString(
                        """
                        WARNING  StatefulSet shop/db  spec.replicas
                                 at     <text>:6:3
                                 found  4 -> 2
                                 why    whenScaled is Delete: this deletes data-db-2, data-db-3 with the data
                                 fix    keep the running value, or make a copy of the data before
                                 rule   DataSurvivesChange

                        0 errors, 1 warning
                        """);
    }

    @Test
    void other_ordinals_leave_the_data_behind() {
        assertThat(report("replicas: 2", "replicas: 2\n  ordinals: {start: 1}", SET))
                .hasToString(
                        """
                        WARNING  StatefulSet shop/db  spec.ordinals
                                 at     <text>:7:3
                                 found  nothing -> {start: 1}
                                 why    the pods get other ordinals and with them new, empty claims; data-db-0, data-db-1 stay behind
                                 fix    keep the running value, or make a copy of the data before
                                 rule   DataSurvivesChange

                        0 errors, 1 warning
                        """);
    }

    @Test
    void a_partition_that_was_left_behind_is_told() {
        String held = SET.replace("replicas: 2", "replicas: 3\n  updateStrategy: {rollingUpdate: {partition: 2}}");

        assertThat(report("db:1", "db:2", held))
                .hasToString(
                        """
                        WARNING  StatefulSet shop/db  spec.updateStrategy.rollingUpdate.partition
                                 at     <text>:7:36
                                 found  2
                                 why    db-0 to db-1 keep the old template, also after a restart, until the partition is lowered
                                 fix    remove the partition, or change it with the template if this is a canary
                                 rule   PartitionIsLifted

                        0 errors, 1 warning
                        """);
        assertThat(report(held, held.replace("db:1", "db:2").replace("partition: 2", "partition: 1")))
                .hasToString("no findings\n");
        assertThat(report("replicas: 3", "replicas: 4", held)).hasToString("no findings\n");
    }

    private static final String CONFIG =
            """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: conf, namespace: shop}
            data: {port: "1"}
            """;
    private static final String READS =
            SET.replace("containers:", "volumes: [{name: conf, configMap: {name: conf}}]\n      containers:") + CONFIG;

    @Test
    void settings_that_reach_no_pod_are_told() {
        assertThat(report("port: \"1\"", "port: \"2\"", READS))
                .hasToString(
                        """
                        WARNING  ConfigMap shop/conf  data
                                 at     <text>:23:1
                                 found  other content, and the same pod template in StatefulSet shop/db
                                 why    no pod is replaced: each goes on with what it read at its start until it happens to restart,
                                        and members drift apart
                                 fix    write a checksum of the content into an annotation of the pod template, or restart the pods
                                        with kubectl rollout restart statefulset db
                                 rule   NewSettingsReachPods

                        0 errors, 1 warning
                        """);
    }

    @Test
    void settings_that_come_with_new_pods_or_are_read_by_none_are_fine() {
        assertThat(report(READS, READS.replace("port: \"1\"", "port: \"2\"").replace("db:1", "db:2")))
                .hasToString("no findings\n");
        assertThat(report("port: \"1\"", "port: \"2\"", SET + CONFIG)).hasToString("no findings\n");
        assertThat(report("shop}\ndata", "shop, labels: {team: a}}\ndata", READS))
                .hasToString("no findings\n");
    }

    @Test
    void settings_that_are_meant_for_the_next_start_are_fine() {
        String meant = READS.replace("shop}\ndata", "shop, annotations: {ordinal.dev/rolls-pods: \"false\"}}\ndata");
        assertThat(report("port: \"1\"", "port: \"2\"", meant)).hasToString("no findings\n");
    }

    @Test
    void a_finding_about_a_change_is_allowed_with_a_reason() {
        String allowed = READS.replace(
                "shop}\ndata",
                "shop, annotations: {ordinal.dev/allow-change.NewSettingsReachPods: db rereads it}}\ndata");
        assertThat(report("port: \"1\"", "port: \"2\"", allowed))
                .hasToString("no findings\nallowed  NewSettingsReachPods  ConfigMap shop/conf: db rereads it\n");
        assertThat(Manifest.parse(allowed).report().diagnostics())
                .extracting(finding -> finding.rule())
                .doesNotContain("AllowanceIsUsed");
    }

    @Test
    void claims_stay_in_their_class_whatever_is_done() {
        assertThat(report("storageClassName: fast, ", "", SET).diagnostics().stream()
                        .filter(finding -> finding.rule().equals("ClaimsKeepTheirClass")))
                .singleElement()
                .hasToString(
                        """
                        WARNING  StatefulSet shop/db  spec.volumeClaimTemplates[0].spec.storageClassName
                                 at     <text>:17:7
                                 found  "fast" -> the default class
                                 why    data-db-0, data-db-1 stay in the class that they were made in, even if the set is created
                                        anew; only new members get the other one
                                 fix    keep the class, or replace the members' claims one by one, each copied from the others before
                                        the next
                                 rule   ClaimsKeepTheirClass""");
    }

    @Test
    void a_roll_out_that_breaks_the_promise_of_a_budget_is_told() {
        String budget =
                """
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: db, namespace: shop}
                spec: {minAvailable: 100%, selector: {matchLabels: {app: db}}}
                """;
        assertThat(report("db:1", "db:2", SET + budget))
                .hasToString(
                        """
                        WARNING  StatefulSet shop/db  spec.template
                                 at     <text>:8:3
                                 found  a roll-out with 1 of 2 pods ready
                                 why    the disruption budget promises 2, but the controller does not ask it
                                 fix    let the budget give one pod away, or roll when fewer pods will do
                                 rule   RolloutKeepsBudget

                        0 errors, 1 warning
                        """);
        assertThat(report("db:1", "db:2", SET + budget.replace("100%", "50%"))).hasToString("no findings\n");
        assertThat(report("db:1", "db:2", SET + budget.replace("minAvailable: 100%", "maxUnavailable: 1")))
                .hasToString("no findings\n");
        assertThat(report("replicas: 2", "replicas: 1", SET + budget)).hasToString("no findings\n");
    }

    @Test
    void a_change_to_itself_has_nothing_to_say() {
        assertThat(report(READS, READS)).hasToString("no findings\n");
    }
}
