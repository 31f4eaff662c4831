package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

class ZooKeeperRulesTest {
    private static final ZooKeeperEnsemble ZK =
            ZooKeeperEnsemble.named("zk").storage(gib(10)).namespace("shop");

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
    void a_heap_that_leaves_no_room_is_refused() {
        assertFinds(
                ZK.memory(gib(1)).heap(mib(800)),
                """
                ERROR    ZooKeeperEnsemble shop/zk  heap
                         found  800Mi
                         why    Java needs memory beside its heap, so with 1Gi in all the kernel will kill members under load
                         fix    use a heap of at most 75 % of the memory, or leave heap out
                         rule   HeapLeavesRoom""");
        assertThat(ZooKeeperRules.check(ZK.memory(gib(1)).heap(mib(768)))).isEmpty();
    }

    @Test
    void too_little_memory_is_refused() {
        assertFinds(
                ZK.memory(mib(128)),
                """
                ERROR    ZooKeeperEnsemble shop/zk  memory
                         found  128Mi
                         why    all data is kept in the heap, and below 128Mi not even an empty ensemble runs well
                         fix    use memory(mib(256)) or more
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
        assertThat(ZooKeeperRules.check(ZK.version("our-own"))).isEmpty();
    }

    @Test
    void settings_that_the_rest_relies_on_cannot_be_changed() {
        assertFinds(
                ZK.setting("db.autocreate", "true"),
                """
                ERROR    ZooKeeperEnsemble shop/zk  settings[db.autocreate]
                         found  "true"
                         why    mounts, probes, ports or the member list of this preset rely on its own value of db.autocreate
                         fix    remove setting("db.autocreate", …)
                         rule   SettingIsFree""");
        assertThat(ZooKeeperRules.check(ZK.setting("server.4", "elsewhere:2888:3888")))
                .hasSize(1);
    }

    private static void assertFinds(ZooKeeperEnsemble ensemble, String finding) {
        assertThat(Manifest.of(ensemble).report().diagnostics())
                .filteredOn(d -> d.object().kind().equals("ZooKeeperEnsemble"))
                .singleElement()
                .hasToString(finding);
    }
}
