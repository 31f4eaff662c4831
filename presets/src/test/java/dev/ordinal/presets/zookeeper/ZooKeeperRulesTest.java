package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZooKeeperRulesTest {
    private static final ZooKeeperEnsemble ZK =
            ZooKeeperEnsemble.named("zk").storage(gib(10)).namespace("shop");

    private static final ExternalAccess OUTSIDE = ExternalAccess.loadBalancers("zk-{ordinal}.example.com");

    @Test
    void an_even_number_of_members_is_refused() {
        assertFinds(
                ZK.members(4),
                """
                ERROR    ZooKeeperEnsemble shop/zk  members
                         found  4
                         why    a majority of 4 is 3, so 4 members survive no more losses than 3, and there is one more that
                                can fail
                         fix    use members(5)
                         rule   EnsembleIsOdd""");
    }

    @Test
    void more_than_seven_members_are_refused() {
        assertFinds(
                ZK.members(9),
                """
                ERROR    ZooKeeperEnsemble shop/zk  members
                         found  9
                         why    every write waits for a majority, so more than 7 members are slower and hardly safer
                         fix    use members(5), or members(7) to survive the loss of three
                         rule   EnsembleIsSmall""");
    }

    @Test
    void one_member_alone_is_for_development() {
        assertFinds(
                ZK.members(1),
                """
                ERROR    ZooKeeperEnsemble shop/zk  members
                         found  1
                         why    each restart of the one member stops everything that needs it, and its disk is the only copy
                         fix    use members(3), or say development() if that does not matter
                         rule   EnsembleSurvivesOneMember""");
        assertThat(ZooKeeperRules.check(ZK.members(1).development())).isEmpty();
    }

    @Test
    void no_member_at_all_is_refused() {
        assertFinds(
                ZK.members(0),
                """
                ERROR    ZooKeeperEnsemble shop/zk  members
                         found  0
                         why    nothing would run
                         fix    use members(3)
                         rule   EnsembleHasMembers""");
        assertThat(Manifest.of(ZK.members(-3)).report().hasErrors()).isTrue();
    }

    @Test
    void too_little_memory_is_refused() {
        assertFinds(
                ZK.resources(mib(128)),
                """
                ERROR    ZooKeeperEnsemble shop/zk  resources.memory
                         found  128Mi
                         why    all data is kept in the heap, and below 128Mi not even an empty ensemble runs well
                         fix    use resources(mib(256)) or more
                         rule   HeapIsEnough""");
    }

    @Test
    void a_version_that_cannot_read_the_list_of_members_is_refused() {
        assertFinds(
                ZK.version("3.4.14"),
                """
                ERROR    ZooKeeperEnsemble shop/zk  version
                         found  3.4.14
                         why    servers before 3.5 do not understand a list of members with client ports, and end at once
                         fix    use version("3.9.5")
                         rule   VersionReadsMembers""");
        assertThat(ZooKeeperRules.check(ZK.version("3.10.0"))).isEmpty();
    }

    @Test
    void a_version_is_exact_and_its_image_may_have_any_tag() {
        assertFinds(
                ZK.version("our-own"),
                """
                ERROR    ZooKeeperEnsemble shop/zk  version
                         found  "our-own"
                         why    it is the tag of the image, and what runs must not change by itself
                         fix    use a version of three numbers such as version("3.9.5")
                         rule   VersionIsExact""");
        assertThat(ZooKeeperRules.check(
                        ZK.version(Version.of("3.9.5").image("registry.example.com/zookeeper:our-own"))))
                .isEmpty();
        assertThat(ZooKeeperRules.check(ZK.version("3.9.5-jre-17"))).isEmpty();
    }

    @Test
    void passwords_that_nobody_asks_for_are_told() {
        assertFinds(
                ZK.insecure().passwords("zk-users"),
                """
                WARNING  ZooKeeperEnsemble shop/zk  authentication.passwords
                         found  "zk-users"
                         why    where no password is asked for, nothing reads them, and everybody may do everything in spite
                                of them
                         fix    leave out insecure(), or leave out passwords
                         rule   PasswordsAreUsed""");
    }

    @Test
    void settings_that_the_rest_relies_on_cannot_be_changed() {
        assertFinds(
                ZK.setting("db.autocreate", "true"),
                """
                ERROR    ZooKeeperEnsemble shop/zk  settings[db.autocreate]
                         found  "true"
                         why    mounts, probes, ports, logins or the member list of this preset rely on its own value of
                                db.autocreate
                         fix    remove setting("db.autocreate", …)
                         rule   SettingIsFree""");
        assertThat(ZooKeeperRules.check(ZK.setting("server.4", "elsewhere:2888:3888")))
                .hasSize(1);
    }

    @Test
    void what_logins_rely_on_cannot_be_changed() {
        for (String key : List.of("quorum.auth.serverRequireSasl", "enforce.auth.schemes", "superUser", "fips-mode")) {
            assertThat(ZooKeeperRules.check(ZK.setting(key, "x"))).as(key).hasSize(1);
        }
        assertThat(ZooKeeperRules.check(ZK.tls("zk-tls").setting("fips-mode", "true")))
                .as("with certificates everywhere")
                .isEmpty();
        assertThat(ZooKeeperRules.check(ZK.insecure().setting("fips-mode", "true")))
                .isEmpty();
    }

    @Test
    void what_renewed_certificates_rely_on_cannot_be_changed() {
        for (String key : List.of("client.certReload", "sslQuorumReloadCertFiles")) {
            assertThat(ZooKeeperRules.check(ZK.tls("zk-tls").setting(key, "false")))
                    .as(key)
                    .hasSize(1);
        }
    }

    @Test
    void what_can_be_reached_from_outside_is_encrypted() {
        assertFinds(
                ZK.external(OUTSIDE),
                """
                ERROR    ZooKeeperEnsemble shop/zk  external
                         found  no tls(…)
                         why    everybody on the way could read all data, and try out passwords on a login that was overheard
                         fix    say tls("zk-tls"), or leave out external
                         rule   OutsideIsEncrypted""");
        assertThat(ZooKeeperRules.check(ZK.tls("zk-tls").external(OUTSIDE))).isEmpty();
    }

    @Test
    void who_comes_from_outside_is_known() {
        assertFinds(
                ZK.tls("zk-tls").external(OUTSIDE).insecure(),
                """
                ERROR    ZooKeeperEnsemble shop/zk  external
                         found  authentication none
                         why    anybody outside who can connect could read and write everything
                         fix    leave out insecure(), or external
                         rule   OutsideIsKnown""");
        assertThat(ZooKeeperRules.check(ZK.tls("zk-tls").external(OUTSIDE).authentication(Authentication.shown())))
                .hasSize(1);
    }

    @Test
    void members_have_addresses_of_their_own_outside() {
        assertFinds(
                ZK.tls("zk-tls").external(ExternalAccess.loadBalancers("zk.example.com")),
                """
                ERROR    ZooKeeperEnsemble shop/zk  external
                         found  "zk.example.com"
                         why    all members would have the same address, and a client that has lost one member must find
                                another
                         fix    write {ordinal} into the host, as in zk-{ordinal}.example.com
                         rule   AddressesAreApart""");
    }

    @Test
    void a_setting_is_one_line() {
        assertFinds(
                ZK.setting("jute.maxbuffer", "1\ndataDir=/tmp"),
                """
                ERROR    ZooKeeperEnsemble shop/zk  settings[jute.maxbuffer]
                         found  "1
                                dataDir=/tmp"
                         why    a setting is one line of zoo.cfg; anything else would change other lines
                         fix    use a name of letters, digits and . _ -, and a value of one line that does not end with a
                                backslash
                         rule   SettingIsOneLine""");
    }

    @Test
    void a_setting_that_nobody_reads_is_told_with_the_one_that_was_meant() {
        assertFinds(
                ZK.setting("maxClientCnxn", "0"),
                """
                WARNING  ZooKeeperEnsemble shop/zk  settings[maxClientCnxn]
                         found  "0"
                         why    ZooKeeper has no setting of that name and would say nothing, but it has maxClientCnxns
                         fix    use setting("maxClientCnxns", …)
                         rule   SettingIsKnown""");
        assertThat(ZooKeeperRules.check(ZK.setting("company.plugin.level", "3")
                        .setting("authProvider.1", "com.example.Tickets")
                        .setting("metricsProvider.httpHost", "0.0.0.0")))
                .isEmpty();
    }

    @Test
    void what_the_server_reads_as_a_property_of_java_is_one() {
        ZooKeeperEnsemble large = ZK.setting("jute.maxbuffer", "4194304");
        assertThat(Manifest.of(large).yaml())
                .contains(" -Djute.maxbuffer=4194304")
                .doesNotContain("\n    jute.");
        assertFinds(
                ZK.setting("jute.maxbuffer", "4MB"),
                """
                ERROR    ZooKeeperEnsemble shop/zk  settings[jute.maxbuffer]
                         found  "4MB"
                         why    it is a number of bytes, and the server passes over what is none
                         fix    use a number such as "4194304"
                         rule   SettingIsTaken""");
    }

    private static void assertFinds(ZooKeeperEnsemble ensemble, String finding) {
        assertThat(Manifest.of(ensemble).report().diagnostics())
                .filteredOn(d -> d.object().kind().equals("ZooKeeperEnsemble"))
                .singleElement()
                .hasToString(finding);
    }
}
