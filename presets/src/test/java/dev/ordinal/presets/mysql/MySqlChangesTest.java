package dev.ordinal.presets.mysql;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Facts;
import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.PresetChanges;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MySqlChangesTest {
    private static final MySqlCluster ORDERS =
            MySqlCluster.named("orders").storage(gib(20)).namespace("shop").sealed();

    @Test
    void they_are_found_by_the_name_of_the_preset() {
        assertThat(changes()).isInstanceOf(MySqlChanges.class);
    }

    @Test
    void what_stays_has_no_findings() {
        assertThat(check(ORDERS, ORDERS)).isEmpty();
        assertThat(check(ORDERS, ORDERS.topology(MySqlTopology.group(5)))).isEmpty();
        assertThat(check(ORDERS.sealed(false), ORDERS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8.4.9, 8.4.11, true",
        "8.4.11, 9.7.2, true",
        "9.7.2, 9.7.10, true",
        "9.7.10, 9.7.2, false",
        "9.7.2, 8.4.11, false",
        "9.7.2, 26.7.0, false"
    })
    void versions_go_up_within_a_series_or_to_the_next(String from, String to, boolean good) {
        assertThat(check(ORDERS.version(from), ORDERS.version(to)).isEmpty()).isEqualTo(good);
    }

    @Test
    void a_way_back_is_refused_with_the_reason() {
        assertThat(check(ORDERS.version("9.7.2"), ORDERS.version("8.4.11")))
                .singleElement()
                .hasToString(
                        """
                        ERROR    StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/version]
                                 found  "9.7.2" -> "8.4.11"
                                 why    MySQL takes over the data of an older version of its own series, or of the long-lived series
                                        before it; with any other it does not start, and there is no way back but a restore
                                 fix    use a newer version of the same series, or go from 8.4 to 9.7
                                 rule   UpgradeGoesUp""");
    }

    @Test
    void the_seal_stays() {
        assertThat(rules(ORDERS, ORDERS.sealed(false))).containsExactly("SealStays");
    }

    @Test
    void what_members_know_each_other_by_stays() {
        assertThat(rules(ORDERS, ORDERS.topology(MySqlTopology.asynchronous(3, 0))))
                .containsExactly("TopologyStays");
        assertThat(rules(ORDERS, ORDERS.topology(MySqlTopology.group(3).named("6f1d7c2e-0c55-4a37-9f0e-6b0f4be1a3c5"))))
                .containsExactly("GroupNameStays");
        MySqlCluster named = ORDERS.topology(MySqlTopology.asynchronous(3, 0));
        assertThat(rules(
                        named,
                        named.topology(MySqlTopology.asynchronous(3, 0).named("6f1d7c2e-0c55-4a37-9f0e-6b0f4be1a3c5"))))
                .containsExactly("ServerIdsStay");
    }

    @Test
    void those_that_stay_must_be_a_majority() {
        MySqlCluster seven = ORDERS.topology(MySqlTopology.group(7));
        assertThat(check(seven, ORDERS)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("MajorityStays");
            assertThat(finding.fix()).isEqualTo("go down in steps, first to 5 members");
        });
        assertThat(check(seven, ORDERS.topology(MySqlTopology.group(5)))).isEmpty();
    }

    @Test
    void a_plan_asks_for_a_backup_before_a_new_version_and_for_all_members_after() {
        PresetChange change = change(ORDERS.version("8.4.11"), ORDERS.version("9.7.2"));
        assertThat(changes().before(change)).singleElement().satisfies(step -> assertThat(step.title())
                .isEqualTo("Make a backup"));
        assertThat(changes().after(change)).singleElement().satisfies(step -> assertThat(step.check())
                .contains(
                        "kubectl -n shop exec orders-0 -c mysql -- mysql --defaults-file=/var/run/mysqld/root.cnf -NB -e"
                                + " \"SELECT COUNT(*) FROM performance_schema.replication_group_members"
                                + " WHERE member_state = 'ONLINE'\" | grep -qx 3"));
        assertThat(changes().before(change(ORDERS, ORDERS))).isEmpty();
    }

    private static List<String> rules(MySqlCluster before, MySqlCluster after) {
        return check(before, after).stream().map(Diagnostic::rule).toList();
    }

    private static List<Diagnostic> check(MySqlCluster before, MySqlCluster after) {
        return changes().check(change(before, after)).toList();
    }

    private static PresetChange change(MySqlCluster before, MySqlCluster after) {
        return new PresetChange(
                ObjectRef.of("StatefulSet", "shop", "orders"),
                before.topology().members(),
                after.topology().members(),
                facts(before),
                facts(after));
    }

    private static Facts facts(MySqlCluster cluster) {
        return Manifest.of(cluster)
                .graph()
                .all(StatefulSet.class)
                .map(Located::get)
                .findFirst()
                .flatMap(Facts::on)
                .orElseThrow();
    }

    private static PresetChanges changes() {
        return ServiceLoader.load(PresetChanges.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(changes -> changes.preset().equals("mysql"))
                .findFirst()
                .orElseThrow();
    }
}
