package dev.ordinal.presets.mysql;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Peer;
import dev.ordinal.presets.part.ExternalAccess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlRulesTest {
    private static final MySqlCluster ORDERS =
            MySqlCluster.named("orders").storage(gib(20)).namespace("shop");

    @Test
    void a_group_of_two_is_refused() {
        assertFinds(
                ORDERS.topology(MySqlTopology.group(2)),
                """
                ERROR    MySqlCluster shop/orders  topology.members
                         found  2
                         why    a group of fewer than 3 has no majority any more when one member is away, so it is safer alone
                         fix    use 3 members, or standalone() if an outage does not matter
                         rule   GroupSurvivesOneMember""");
    }

    @Test
    void a_tenth_member_is_refused() {
        assertFinds(
                ORDERS.topology(MySqlTopology.group(10)),
                """
                ERROR    MySqlCluster shop/orders  topology.members
                         found  10
                         why    MySQL takes no tenth member into a group
                         fix    use 9 members or fewer
                         rule   GroupIsSmall""");
    }

    @Test
    void an_even_number_of_members_is_warned_of() {
        assertFinds(
                ORDERS.topology(MySqlTopology.group(4)),
                """
                WARNING  MySqlCluster shop/orders  topology.members
                         found  4
                         why    a majority of 4 is 3, so 4 members survive no more losses than 3, and there is one more that
                                can fail
                         fix    use 5 members
                         rule   GroupIsOdd""");
    }

    @Test
    void a_primary_without_a_replica_is_refused() {
        assertFinds(
                ORDERS.topology(MySqlTopology.asynchronous(1, 0)),
                """
                ERROR    MySqlCluster shop/orders  topology.members
                         found  1
                         why    a primary without a replica is alone
                         fix    use 2 members or more, or standalone()
                         rule   ReplicaExists""");
    }

    @Test
    void a_primary_that_is_no_member_is_refused() {
        assertFinds(
                ORDERS.topology(MySqlTopology.asynchronous(3, 3)),
                """
                ERROR    MySqlCluster shop/orders  topology.primary
                         found  3
                         why    no member has this ordinal, so nobody would take writes
                         fix    use an ordinal from 0 to 2
                         rule   PrimaryIsMember""");
    }

    @Test
    void a_version_of_another_series_is_refused() {
        assertFinds(
                ORDERS.version("9.5.0"),
                """
                ERROR    MySqlCluster shop/orders  version
                         found  "9.5.0"
                         why    settings and statements of this preset are of the long-lived series 8.4 and 9.7; others may
                                lack them
                         fix    use version("9.7.2") or another exact version of these series
                         rule   VersionIsKnown""");
    }

    @Test
    void a_group_name_that_is_no_uuid_is_refused() {
        assertFinds(
                ORDERS.topology(MySqlTopology.group(3).named("orders")),
                """
                ERROR    MySqlCluster shop/orders  topology.name
                         found  "orders"
                         why    the group's name is part of every transaction's id, and the plugin starts with a UUID only
                         fix    leave named(…) out, or use one such as "6f1d7c2e-0c55-4a37-9f0e-6b0f4be1a3c5"
                         rule   GroupNameIsUuid""");
    }

    @Test
    void a_member_that_restarts_the_group_alone_is_warned_of() {
        assertFinds(
                ORDERS.topology(MySqlTopology.group(3).restartFrom(1)),
                """
                WARNING  MySqlCluster shop/orders  topology.restartFrom
                         found  1
                         why    as long as it is there, orders-1 starts a group of its own whenever it reaches nobody, so that
                                there may be two
                         fix    remove restartFrom as soon as the members are back
                         rule   RestartFromIsTemporary""");
    }

    @Test
    void a_database_named_as_one_of_mysqls_own_accounts_is_refused() {
        assertFinds(
                ORDERS.database("root"),
                """
                ERROR    MySqlCluster shop/orders  database
                         found  "root"
                         why    the user of the database bears its name: 1 to 32 letters, digits and _, and none of MySQL's
                                own
                         fix    use a name such as database("shop")
                         rule   DatabaseHasOwnName""");
    }

    @Test
    void a_disk_that_an_empty_database_fills_is_refused() {
        assertFinds(
                ORDERS.storage(mib(200)),
                """
                ERROR    MySqlCluster shop/orders  storage
                         found  200Mi
                         why    an empty database with its logs takes 230 MiB, so the first writes would fill it
                         fix    use storage(gib(1)) or more
                         rule   DiskIsEnough""");
        assertThat(MySqlRules.check(ORDERS.storage(mib(512)))).isEmpty();
    }

    @Test
    void nor_may_a_database_be_one_of_mysqls_own() {
        for (String name : List.of("information_schema", "Performance_Schema", "sys")) {
            assertThat(MySqlRules.check(ORDERS.database(name)))
                    .extracting(Diagnostic::rule)
                    .containsExactly("DatabaseHasOwnName");
        }
    }

    @Test
    void only_a_group_needs_a_uuid_for_its_name() {
        assertThat(MySqlRules.check(ORDERS.topology(MySqlTopology.standalone().named("orders"))))
                .isEmpty();
    }

    @Test
    void too_little_memory_is_refused() {
        assertFinds(
                ORDERS.resources(mib(512)),
                """
                ERROR    MySqlCluster shop/orders  resources.memory
                         found  512Mi
                         why    the server alone takes 400 MiB, so there is no room for a buffer pool
                         fix    use resources(gib(1)) or more
                         rule   MemoryIsEnough""");
    }

    @Test
    void caches_that_do_not_fit_are_refused() {
        assertFinds(
                ORDERS.setting("innodb_buffer_pool_size", "1800M"),
                """
                ERROR    MySqlCluster shop/orders  settings
                         found  innodb_buffer_pool_size=1800M
                         why    buffer pool, 400 MiB for the server, messages of the group and 1 MiB for each connection make
                                2824 MiB, more than the 2048 MiB that the kernel allows
                         fix    remove the setting, which then follows from the memory, or say resources(…) with more memory
                         rule   MemoryHoldsTheCaches""");
        assertFinds(
                ORDERS.setting("max_connections", "5000"),
                """
                ERROR    MySqlCluster shop/orders  settings
                         found  max_connections=5000
                         why    buffer pool, 400 MiB for the server, messages of the group and 1 MiB for each connection make
                                6552 MiB, more than the 2048 MiB that the kernel allows
                         fix    remove the setting, which then follows from the memory, or say resources(…) with more memory
                         rule   MemoryHoldsTheCaches""");
        assertThat(MySqlRules.check(ORDERS.setting("innodb_buffer_pool_size", "1G")))
                .isEmpty();
    }

    @Test
    void a_setting_that_the_preset_relies_on_is_refused() {
        assertFinds(
                ORDERS.setting("group-replication-bootstrap-group", "ON"),
                """
                ERROR    MySqlCluster shop/orders  settings[group_replication_bootstrap_group]
                         found  "ON"
                         why    mounts, probes, accounts or the agent of this preset rely on its own value of
                                group_replication_bootstrap_group
                         fix    remove setting("group_replication_bootstrap_group", …)
                         rule   SettingIsFree""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datadir",
                "server-id",
                "gtid_mode",
                "skip-log-bin",
                "disable-log-bin",
                "skip_networking",
                "loose_skip_networking",
                "loose_group_replication_group_name",
                "super_read_only",
                "loose-group-replication-start-on-boot"
            })
    void there_are_more_of_them_in_all_spellings(String key) {
        assertThat(MySqlRules.check(ORDERS.setting(key, "x")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("SettingIsFree"));
    }

    @Test
    void a_setting_that_no_version_has_any_more_is_refused() {
        assertFinds(
                ORDERS.setting("default_authentication_plugin", "mysql_native_password"),
                """
                ERROR    MySqlCluster shop/orders  settings[default_authentication_plugin]
                         found  "mysql_native_password"
                         why    MySQL 9.7.2 does not know default_authentication_plugin and would not start
                         fix    remove setting("default_authentication_plugin", …), or write loose_ in front if a component
                                brings it
                         rule   SettingExists""");
    }

    @ParameterizedTest
    @CsvSource({"8.4.11, true", "9.7.2, false"})
    void old_passwords_are_known_to_the_older_series_only(String version, boolean known) {
        assertThat(MySqlRules.check(ORDERS.version(version).setting("mysql_native_password", "ON"))
                        .isEmpty())
                .isEqualTo(known);
    }

    @Test
    void a_setting_that_was_mistyped_is_refused_with_the_one_that_was_meant() {
        assertFinds(
                ORDERS.setting("max_connection", "500"),
                """
                ERROR    MySqlCluster shop/orders  settings[max_connection]
                         found  "500"
                         why    MySQL 9.7.2 does not know max_connection and would not start
                         fix    use setting("max_connections", …)
                         rule   SettingExists""");
        assertFinds(
                ORDERS.setting("group_replication_member_wieght", "60"),
                """
                WARNING  MySqlCluster shop/orders  settings[group_replication_member_wieght]
                         found  "60"
                         why    MySQL 9.7.2 does not know group_replication_member_wieght and would pass it over
                         fix    use setting("group_replication_member_weight", …)
                         rule   SettingExists""");
        assertThat(MySqlRules.check(ORDERS.setting("loose_validate_password_length", "12")))
                .isEmpty();
    }

    @Test
    void names_of_members_are_names_in_dns() {
        assertFinds(
                ORDERS.namespace(ORDERS.namespace().clusterDomain("Cluster.local.")),
                """
                ERROR    MySqlCluster shop/orders  namespace.clusterDomain
                         found  "Cluster.local."
                         why    it is the end of every member's name, which no DNS server would know
                         fix    use what the nodes' kubelets are told as clusterDomain, such as "cluster.local"
                         rule   DomainIsDnsName""");
        String domain = "a.".repeat(110) + "example";
        assertThat(MySqlRules.check(ORDERS.namespace(ORDERS.namespace().clusterDomain(domain))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.why())
                        .isEqualTo(
                                "a name in DNS has 253 characters at most, and that of a member has 261, so nobody would"
                                        + " find it"));
    }

    @Test
    void a_setting_of_two_lines_is_refused() {
        assertFinds(
                ORDERS.setting("init_connect", "SELECT 1\nuser=root"),
                """
                ERROR    MySqlCluster shop/orders  settings[init_connect]
                         found  "SELECT 1
                                user=root"
                         why    a setting is one line of my.cnf; anything else would change other lines
                         fix    use a name of lower case letters, digits and _, and a value of one line
                         rule   SettingIsOneLine""");
    }

    @Test
    void commits_that_are_not_on_disk_are_warned_of() {
        assertFinds(
                ORDERS.setting("sync_binlog", "0"),
                """
                WARNING  MySqlCluster shop/orders  settings[sync_binlog]
                         found  "0"
                         why    when all members lose power at once, the last acknowledged writes are on no disk
                         fix    remove setting("sync_binlog", …)
                         rule   CommitsAreDurable""");
    }

    @Test
    void clients_outside_need_certificates() {
        assertFinds(
                ORDERS.external(ExternalAccess.nodePorts("nodes.example.com", 30306)),
                """
                WARNING  MySqlCluster shop/orders  external
                         found  "nodes.example.com", 30306
                         why    without certificates of your own clients need not use TLS, and cannot tell whom they reach, so
                                others outside can read and change what they send
                         fix    say tls("…") with certificates that are good for nodes.example.com
                         rule   OutsideIsEncrypted""");
    }

    @Test
    void each_member_has_an_address_of_its_own_outside() {
        assertFinds(
                ORDERS.tls("orders-tls").external(ExternalAccess.loadBalancers("db.example.com")),
                """
                ERROR    MySqlCluster shop/orders  external
                         found  "db.example.com"
                         why    all members would have the same address outside, and a client must reach each one of them
                         fix    write {ordinal} into the host, as in db-{ordinal}.example.com
                         rule   AddressesAreApart""");
    }

    @Test
    void clients_outside_are_let_in_where_clients_are_named() {
        assertFinds(
                ORDERS.tls("orders-tls")
                        .external(ExternalAccess.loadBalancers("db-{ordinal}.example.com"))
                        .client(Peer.namespace("analytics")),
                """
                WARNING  MySqlCluster shop/orders  external
                         found  "db-{ordinal}.example.com"
                         why    the network policy lets in only the clients that are named, and none of them is outside of the
                                cluster
                         fix    say client(Peer.addresses("…")) with the range that they come from
                         rule   OutsideIsLetIn""");
    }

    private static void assertFinds(MySqlCluster cluster, String finding) {
        assertThat(Manifest.of(cluster).report().diagnostics())
                .filteredOn(d -> d.object().kind().equals("MySqlCluster"))
                .singleElement()
                .hasToString(finding);
    }
}
