package dev.ordinal.presets.mongodb;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Peer;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoRulesTest {
    private static final MongoReplicaSet ORDERS =
            MongoReplicaSet.named("orders").storage(gib(20)).namespace("shop");

    @Test
    void an_even_number_of_votes_is_refused() {
        assertFinds(
                ORDERS.members(4),
                """
                ERROR    MongoReplicaSet shop/orders  members
                         found  4
                         why    a majority of 4 is 3, so 4 members survive no more losses than 3, and there is one more that
                                can fail
                         fix    use members(5), or members(3) and one reader more
                         rule   VotersAreOdd""");
    }

    @Test
    void more_than_seven_votes_are_refused() {
        assertFinds(
                ORDERS.members(9),
                """
                ERROR    MongoReplicaSet shop/orders  members
                         found  9
                         why    a set has at most 7 votes, and the server refuses the eighth
                         fix    use members(7), and say 2 readers
                         rule   VotersAreSevenAtMost""");
    }

    @Test
    void one_member_alone_is_for_development() {
        assertFinds(
                ORDERS.members(1),
                """
                ERROR    MongoReplicaSet shop/orders  members
                         found  1
                         why    each restart of the one member stops everything that needs it, and its disk is the only copy
                         fix    use members(3), or say development() if that does not matter
                         rule   SetSurvivesOneMember""");
        assertThat(MongoRules.check(ORDERS.members(1).development())).isEmpty();
    }

    @Test
    void no_member_at_all_is_refused() {
        assertFinds(
                ORDERS.members(0),
                """
                ERROR    MongoReplicaSet shop/orders  members
                         found  0
                         why    nothing would run
                         fix    use members(3)
                         rule   SetHasMembers""");
        assertThat(Manifest.of(ORDERS.members(MongoMembers.voting(-3).readers(-2)))
                        .report()
                        .hasErrors())
                .isTrue();
    }

    @Test
    void more_than_fifty_members_are_refused() {
        assertFinds(
                ORDERS.members(MongoMembers.voting(7).readers(44)),
                """
                ERROR    MongoReplicaSet shop/orders  members
                         found  51
                         why    a set has at most 50 members, and the server refuses the next one
                         fix    use readers(43) or fewer
                         rule   MembersAreFiftyAtMost""");
        assertThat(MongoRules.check(ORDERS.members(MongoMembers.voting(7).readers(43))))
                .isEmpty();
    }

    @Test
    void an_arbiter_is_refused_with_the_reason() {
        assertFinds(
                ORDERS.members(MongoMembers.voting(3).arbiter()),
                """
                ERROR    MongoReplicaSet shop/orders  members.arbiter
                         found  true
                         why    an arbiter votes but holds no data: with one data member away, writes that must be safe on a
                                majority wait for ever, and the cache of the last one fills until it stalls
                         fix    remove arbiter() and use members(3), which all hold the data
                         rule   MembersHoldData""");
    }

    @Test
    void too_little_memory_is_regretted() {
        assertFinds(
                ORDERS.resources(mib(512)),
                """
                WARNING  MongoReplicaSet shop/orders  resources.memory
                         found  512Mi
                         why    the cache alone takes 256 MiB at least, and what sorts and connections need beside it may not
                                fit
                         fix    use resources(gib(2)) or more
                         rule   MemoryIsEnough""");
    }

    @Test
    void a_cache_that_leaves_no_room_is_refused() {
        assertFinds(
                ORDERS.setting(MongodConf.CACHE, "1.7"),
                """
                ERROR    MongoReplicaSet shop/orders  settings[storage.wiredTiger.engineConfig.cacheSizeGB]
                         found  "1.7"
                         why    the server needs memory beside its cache, so with 2Gi in all the kernel will kill members
                                under load
                         fix    use at most 80 % of the memory, in GiB, or remove the setting: half of what is above 1 GiB is
                                taken
                         rule   CacheLeavesRoom""");
        assertThat(MongoRules.check(ORDERS.setting(MongodConf.CACHE, "1.6"))).isEmpty();
        assertThat(MongoRules.check(ORDERS.setting(MongodConf.CACHE, "much"))).hasSize(1);
    }

    @Test
    void a_disk_that_the_log_of_changes_would_fill_is_refused() {
        assertFinds(
                ORDERS.storage(gib(1)),
                """
                ERROR    MongoReplicaSet shop/orders  storage
                         found  1Gi
                         why    the log of changes, 990 MB at least, would take more than half of the disk of 1Gi
                         fix    use storage(gib(2)) or more
                         rule   OplogLeavesRoom""");
        assertFinds(
                ORDERS.setting(MongodConf.OPLOG, "10241"),
                """
                ERROR    MongoReplicaSet shop/orders  settings[replication.oplogSizeMB]
                         found  "10241"
                         why    the log of changes would take more than half of the disk of 20Gi
                         fix    use at most half of the disk, in MB
                         rule   OplogLeavesRoom""");
        assertThat(MongoRules.check(ORDERS.setting(MongodConf.OPLOG, "10240"))).isEmpty();
    }

    @Test
    void a_short_log_of_changes_is_regretted() {
        assertFinds(
                ORDERS.setting(MongodConf.OPLOG, "500"),
                """
                WARNING  MongoReplicaSet shop/orders  settings[replication.oplogSizeMB]
                         found  "500"
                         why    a member that was away for longer than this log reaches back must copy all data anew
                         fix    use 990 or more, or remove the setting
                         rule   OplogReachesBack""");
    }

    @Test
    void a_short_lived_series_is_regretted() {
        assertFinds(
                ORDERS.version("8.3.8"),
                """
                WARNING  MongoReplicaSet shop/orders  version
                         found  8.3.8
                         why    a series between the long-lived ones gets corrections for a short time only (its end: soon)
                         fix    use version("8.0.29")
                         rule   VersionIsLongLived""");
    }

    @Test
    void an_unknown_series_is_regretted() {
        assertFinds(
                ORDERS.version("9.0.1"),
                """
                WARNING  MongoReplicaSet shop/orders  version
                         found  9.0.1
                         why    nothing is known of this series here, so upgrades from it and to it cannot be judged
                         fix    use a version of one of these series: 7.0, 8.0, 8.2, 8.3
                         rule   VersionIsKnown""");
    }

    @Test
    void names_outside_need_tls() {
        assertFinds(
                ORDERS.external(ExternalAccess.nodePorts("nodes.example.com", 30170)),
                """
                ERROR    MongoReplicaSet shop/orders  external
                         found  "nodes.example.com", 30170
                         why    a member tells from the name in a client's TLS greeting whether it comes from outside; without
                                TLS it answers with addresses that only the cluster knows
                         fix    say tls("…") with certificates that name the members outside as well
                         rule   OutsideNeedsTls""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.17", "2001:db8::17"})
    void names_outside_are_names(String host) {
        assertFinds(
                ORDERS.tls("orders-tls").external(ExternalAccess.nodePorts(host, 30170)),
                """
                ERROR    MongoReplicaSet shop/orders  external
                         found  "%s"
                         why    a client's TLS greeting carries names only, so the server refuses a configuration with an
                                address in it
                         fix    use a host name, which DNS leads to that address
                         rule   OutsideIsByName"""
                        .formatted(host));
    }

    @Test
    void each_member_has_an_address_of_its_own_outside() {
        assertFinds(
                ORDERS.tls("orders-tls").external(ExternalAccess.loadBalancers("db.example.com")),
                """
                ERROR    MongoReplicaSet shop/orders  external
                         found  "db.example.com"
                         why    all members would have the same address outside, and a client must reach each one of them
                         fix    write {ordinal} into the host, as in db-{ordinal}.example.com
                         rule   AddressesAreApart""");
    }

    @Test
    void clients_outside_are_let_in_where_clients_are_named() {
        MongoReplicaSet named = ORDERS.tls("orders-tls")
                .external(ExternalAccess.loadBalancers("db-{ordinal}.example.com"))
                .client(Peer.namespace("analytics"));
        assertFinds(
                named,
                """
                WARNING  MongoReplicaSet shop/orders  external
                         found  "db-{ordinal}.example.com"
                         why    the network policy lets in only the clients that are named, and none of them is outside of the
                                cluster
                         fix    say client(Peer.addresses("…")) with the range that they come from
                         rule   OutsideIsLetIn""");
        assertThat(MongoRules.check(named.client(Peer.addresses("203.0.113.0/24"))))
                .isEmpty();
    }

    @Test
    void settings_that_the_rest_relies_on_cannot_be_changed() {
        assertFinds(
                ORDERS.setting("storage.dbPath", "/elsewhere"),
                """
                ERROR    MongoReplicaSet shop/orders  settings[storage.dbPath]
                         found  "/elsewhere"
                         why    mounts, probes, the agents or the members' trust in each other rely on this preset's own value
                                of storage.dbPath
                         fix    remove setting("storage.dbPath", …)
                         rule   SettingIsFree""");
        assertThat(List.of(
                        "net.port",
                        "net.bindIp",
                        "net.tls.mode",
                        "security.keyFile",
                        "security.authorization",
                        "replication.replSetName",
                        "systemLog.path",
                        "sharding.clusterRole"))
                .allSatisfy(name -> assertThat(MongoRules.check(ORDERS.setting(name, "x")))
                        .as(name)
                        .hasSize(1));
    }

    @Test
    void tls_may_come_in_steps() {
        MongoReplicaSet secure = ORDERS.tls("orders-tls");
        assertFinds(
                secure.setting("net.tls.mode", "disabled"),
                """
                ERROR    MongoReplicaSet shop/orders  settings[net.tls.mode]
                         found  "disabled"
                         why    mounts, probes, the agents or the members' trust in each other rely on this preset's own value
                                of net.tls.mode
                         fix    use allowTLS, preferTLS or requireTLS
                         rule   SettingIsFree""");
        assertThat(MongoRules.check(secure.setting("net.tls.mode", "preferTLS")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"port", "net..x", "net.x y", ".net", "net.x:", ""})
    void a_setting_needs_a_readable_name(String name) {
        assertThat(MongoRules.check(ORDERS.setting(name, "1")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("SettingIsReadable"));
    }

    @Test
    void a_setting_is_on_one_line() {
        assertFinds(
                ORDERS.setting("net.x", "1\nsecurity: {}"),
                """
                ERROR    MongoReplicaSet shop/orders  settings[net.x]
                         found  "1
                                security: {}"
                         why    the server would not start: a setting has a name of words joined by dots, and a value on one
                                line
                         fix    use a name such as net.maxIncomingConnections and a value on one line
                         rule   SettingIsReadable""");
    }

    @Test
    void a_section_that_the_server_does_not_know_is_refused() {
        assertFinds(
                ORDERS.setting("operationProfilin.slowOpThresholdMs", "200"),
                """
                ERROR    MongoReplicaSet shop/orders  settings[operationProfilin.slowOpThresholdMs]
                         found  "200"
                         why    mongod knows no section operationProfilin and would not start
                         fix    use setting("operationProfiling.slowOpThresholdMs", …)
                         rule   SettingExists""");
    }

    @Test
    void a_setting_of_long_ago_keeps_the_server_from_starting() {
        assertFinds(
                ORDERS.setting("storage.journal.enabled", "true"),
                """
                ERROR    MongoReplicaSet shop/orders  settings[storage.journal.enabled]
                         found  "true"
                         why    mongod has no such setting since 6.1, and would not start
                         fix    remove setting("storage.journal.enabled", …)
                         rule   SettingIsAlive""");
    }

    @Test
    void a_value_of_another_kind_keeps_the_server_from_starting() {
        assertFinds(
                ORDERS.setting("storage.wiredTiger.collectionConfig.blockCompressor", "zstandard"),
                """
                ERROR    MongoReplicaSet shop/orders  settings[storage.wiredTiger.collectionConfig.blockCompressor]
                         found  "zstandard"
                         why    mongod wants one of none, snappy, zlib, zstd there, and would not start
                         fix    use a value of that kind, or remove
                                setting("storage.wiredTiger.collectionConfig.blockCompressor", …)
                         rule   SettingIsTaken""");
    }

    @Test
    void a_mistyped_setting_is_named_with_the_one_that_was_meant() {
        assertFinds(
                ORDERS.setting("net.maxIncommingConnections", "2000"),
                """
                WARNING  MongoReplicaSet shop/orders  settings[net.maxIncommingConnections]
                         found  "2000"
                         why    mongod does not start with a setting that it does not know, and nothing is known of this one
                                here, but of net.maxIncomingConnections
                         fix    use setting("net.maxIncomingConnections", …)
                         rule   SettingIsKnown""");
        assertThat(MongoRules.check(ORDERS.setting("setParameter.anythingAtAll", "1")))
                .isEmpty();
    }

    @Test
    void a_setting_of_the_other_edition_needs_its_image() {
        MongoReplicaSet audited = ORDERS.setting("auditLog.destination", "console");
        assertFinds(
                audited,
                """
                WARNING  MongoReplicaSet shop/orders  settings[auditLog.destination]
                         found  "console"
                         why    only MongoDB Enterprise has it, and the official image is the community's, which would not
                                start
                         fix    remove setting("auditLog.destination", …), or say version(Version.of("8.0.29").image("…"))
                                with an image of MongoDB Enterprise
                         rule   SettingIsOfCommunity""");
        assertThat(MongoRules.check(
                        audited.version(Version.of("8.0.29").image("registry.example.com/mongodb-enterprise:8.0.29"))))
                .isEmpty();
    }

    private static void assertFinds(MongoReplicaSet set, String finding) {
        assertThat(Manifest.of(set).report().diagnostics())
                .filteredOn(d -> d.object().kind().equals("MongoReplicaSet"))
                .singleElement()
                .hasToString(finding);
    }
}
