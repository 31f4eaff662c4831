package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Change;
import dev.ordinal.core.change.Facts;
import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.PresetChanges;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ZooKeeperChangesTest {
    private static final ZooKeeperEnsemble ZK =
            ZooKeeperEnsemble.named("zk").storage(gib(10)).namespace("shop").sealed();
    private static final ZooKeeperChanges CHANGES = new ZooKeeperChanges();

    @Test
    void it_is_found_by_name() {
        assertThat(ServiceLoader.load(PresetChanges.class))
                .filteredOn(changes -> changes.preset().equals("zookeeper"))
                .hasSize(1);
    }

    @Test
    void what_may_change_is_not_spoken_of() {
        assertSilent(ZK, ZK);
        assertSilent(ZK.sealed(false), ZK);
        assertSilent(ZK, ZK.version("3.9.6"));
        assertSilent(ZK.version("3.8.6"), ZK);
        assertThat(CHANGES.check(change(ZK, ZK.members(5), 0))).isEmpty();
        assertThat(CHANGES.before(change(ZK, ZK.members(5), 0))).isEmpty();
    }

    @Test
    void members_are_changed_under_the_seal_only() {
        assertFinds(
                ZK.sealed(false),
                ZK.members(5),
                """
                ERROR    StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/members]
                         found  "3" -> "5"
                         why    new members have empty disks and are still allowed to begin an ensemble with them: they may
                                elect one of themselves, and the others throw their data away
                         fix    apply it sealed() first, then change members
                         rule   MembersChangeWhenSealed""");
    }

    @Test
    void those_that_have_the_data_are_a_majority_of_the_new_members() {
        assertFinds(
                ZK,
                ZK.members(7),
                """
                ERROR    StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/members]
                         found  "3" -> "7"
                         why    the 3 members that have the data are no majority of 7, and those without have no vote: nobody
                                can lead
                         fix    go to members(5) first
                         rule   OldMembersAreMajority""");
        assertFinds(
                ZK.members(1),
                ZK,
                """
                ERROR    StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/members]
                         found  "1" -> "3"
                         why    the one member that has the data is no majority of 3, and those without have no vote: nobody
                                can lead
                         fix    start another ensemble with members(3), and copy what is needed
                         rule   OldMembersAreMajority""");
        assertThat(CHANGES.check(change(ZK.members(5), ZK.members(7), 0))).isEmpty();
    }

    @Test
    void members_are_not_changed_by_a_rolling_update() {
        assertFinds(
                ZK,
                ZK.members(5),
                """
                WARNING  StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/members]
                         found  "3" -> "5"
                         why    if the pods roll, two lists of members are live for a while, and there can be two leaders
                                whose writes never meet again
                         fix    follow the plan: delete claims that former members have left, scale to 0, then apply
                         rule   MembersChangeOffline""");
        assertFinds(
                ZK.members(5),
                ZK,
                """
                WARNING  StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/members]
                         found  "5" -> "3"
                         why    if the pods roll, two lists of members are live for a while, and there can be two leaders
                                whose writes never meet again
                         fix    follow the plan: scale to 3 and see a write acknowledged, scale to 0, then apply
                         rule   MembersChangeOffline""");
    }

    @Test
    void the_seal_stays() {
        assertFinds(
                ZK,
                ZK.sealed(false),
                """
                ERROR    StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/sealed]
                         found  "true" -> "false"
                         why    members with empty disks may again begin an ensemble of their own, and the others throw their
                                data away
                         fix    keep sealed(); take it off only to save the data of the last member, as the run book says
                         rule   SealStays""");
    }

    @Test
    void encryption_is_not_changed_by_a_rolling_update() {
        assertFinds(
                ZK,
                ZK.tls("zk-tls"),
                """
                WARNING  StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/tls]
                         found  "false" -> "true"
                         why    while the pods roll, members with TLS and members without cannot hear each other, and there is
                                no majority
                         fix    follow the plan: scale to 0, then apply
                         rule   TlsChangesOffline""");
    }

    @Test
    void passwords_come_and_go_one_step_at_a_time() {
        Authentication last = Authentication.none();
        for (Authentication next : List.of(
                Authentication.none(),
                Authentication.understood(),
                Authentication.shown(),
                Authentication.required())) {
            assertSilent(ZK.authentication(last), ZK.authentication(next));
            assertSilent(ZK.authentication(next), ZK.authentication(last));
            last = next;
        }
        assertFinds(
                ZK.insecure(),
                ZK,
                """
                WARNING  StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/authentication]
                         found  "none" -> "required"
                         why    while the pods roll, members that want a password and members that show or know none cannot
                                hear each other, and there is no majority
                         fix    follow the plan: scale to 0, then apply; or without a stop, one after the other, each rolled
                                out: Authentication.understood(), Authentication.shown(), and this
                         rule   PasswordsChangeInSteps""");
        assertFinds(
                ZK,
                ZK.authentication(Authentication.understood()),
                """
                WARNING  StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/authentication]
                         found  "required" -> "understood"
                         why    while the pods roll, members that want a password and members that show or know none cannot
                                hear each other, and there is no majority
                         fix    follow the plan: scale to 0, then apply; or without a stop, one after the other, each rolled
                                out: Authentication.shown(), and this
                         rule   PasswordsChangeInSteps""");
        assertThat(CHANGES.check(change(ZK.insecure(), ZK, 0))).isEmpty();
    }

    @Test
    void members_with_certificates_do_not_care_for_passwords_but_clients_do() {
        ZooKeeperEnsemble tls = ZK.tls("zk-tls");
        assertFinds(
                tls.insecure(),
                tls,
                """
                WARNING  StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/authentication]
                         found  "none" -> "required"
                         why    from the first pod that rolls on, clients without a password are turned away
                         fix    apply it with authentication(Authentication.shown()) first, and give every client its password
                         rule   PasswordsChangeInSteps""");
        assertSilent(tls, tls.insecure());
    }

    @Test
    void the_plan_of_a_change_to_passwords_says_when_clients_need_them() {
        assertThat(Change.between(Manifest.of(ZK.insecure()), Manifest.of(ZK))
                        .plan()
                        .text())
                .isEqualTo(
                        """
                1. See that all 3 members serve and one of them leads
                   why    Each says in which mode it is only while it belongs to a majority.
                   run    for i in 1 2 3; do kubectl -n shop exec zk-$i -c zookeeper -- bash -c 'exec 3<>/dev/tcp/localhost/2181 && printf srvr >&3 && cat <&3' | grep '^Mode: '; done
                   until  kubectl -n shop wait pod -l app.kubernetes.io/name=zk --for=condition=Ready --timeout=5s
                2. Stop all members
                   why    Members with the change and members without cannot hear each other.
                   run    kubectl -n shop scale statefulset zk --replicas=0
                   until  pods="$(kubectl -n shop get pods -l app.kubernetes.io/name=zk -o name)" && [ -z "$pods" ]
                3. Apply the wanted manifest
                   run    kubectl apply -f "${WANTED:-wanted.yaml}"
                   until  kubectl -n shop rollout status statefulset zk --timeout=10m
                4. See that all 3 members serve and one of them leads
                   why    Each says in which mode it is only while it belongs to a majority.
                   run    for i in 1 2 3; do kubectl -n shop exec zk-$i -c zookeeper -- bash -c 'exec 3<>/dev/tcp/localhost/2181 && printf srvr >&3 && cat <&3' | grep '^Mode: '; done
                   until  kubectl -n shop wait pod -l app.kubernetes.io/name=zk --for=condition=Ready --timeout=5s
                5. Start every client anew, with its user and password
                   why    A login failed before, and now those without are turned away.
                """);
        assertThat(Change.between(Manifest.of(ZK.authentication(Authentication.shown())), Manifest.of(ZK))
                        .plan()
                        .text())
                .isEqualTo(
                        """
                1. Give every client its user and password
                   why    Those without are turned away by every member that has the change.
                2. Apply the wanted manifest
                   run    kubectl apply -f "${WANTED:-wanted.yaml}"
                   until  kubectl -n shop rollout status statefulset zk --timeout=10m
                """);
    }

    @Test
    void a_series_that_wants_a_snapshot_gets_one() {
        assertFinds(
                ZK.version("3.4.14"),
                ZK,
                """
                ERROR    StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/version]
                         found  "3.4.14" -> "3.9.5"
                         why    a server of 3.5 or later refuses a disk without a snapshot, which one of 3.4 may leave behind
                         fix    roll it once with setting("snapshot.trust.empty", "true"), then without
                         rule   SnapshotExists""");
    }

    @Test
    void the_series_does_not_go_back() {
        assertFinds(
                ZK,
                ZK.version("3.8.6"),
                """
                WARNING  StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/version]
                         found  "3.9.5" -> "3.8.6"
                         why    nobody promises that a server of the older series reads what the newer one wrote
                         fix    keep the series; to go back, start a new ensemble and copy what is needed
                         rule   VersionGoesUp""");
    }

    @Test
    void a_new_form_of_the_secure_port_is_told() {
        assertFinds(
                ZK.tls("zk-tls"),
                ZK.tls("zk-tls").version("3.10.0"),
                """
                WARNING  StatefulSet shop/zk  metadata.annotations[preset.ordinal.dev/version]
                         found  "3.9.5" -> "3.10.0"
                         why    from 3.10 on the secure port is written in another form, so the two series may not understand
                                each other's list of members
                         fix    try it on a copy first
                         rule   SecurePortIsUnderstood""");
    }

    @Test
    void edited_facts_are_no_reason_to_fail() {
        PresetChange odd = new PresetChange(
                ObjectRef.of("StatefulSet", null, "zk"),
                3,
                5,
                Facts.of("zookeeper").with("members", "many").with("version", "x.y"),
                new Facts("zookeeper", Map.of("version", "")));
        assertThat(CHANGES.check(odd)).isEmpty();
        assertThat(CHANGES.before(odd)).isEmpty();
        assertThat(CHANGES.after(odd)).isEmpty();
    }

    @Test
    void the_plan_of_a_change_of_members_stops_all_of_them_first() {
        assertThat(Change.between(Manifest.of(ZK), Manifest.of(ZK.members(5)))
                        .plan()
                        .text())
                .isEqualTo(
                        """
                1. See that all 3 members serve and one of them leads
                   why    Each says in which mode it is only while it belongs to a majority.
                   run    for i in 1 2 3; do kubectl -n shop exec zk-$i -c zookeeper -- bash -c 'exec 3<>/dev/tcp/localhost/2181 && printf srvr >&3 && cat <&3' | grep '^Mode: '; done
                   until  kubectl -n shop wait pod -l app.kubernetes.io/name=zk --for=condition=Ready --timeout=5s
                2. Delete claims that former members have left
                   why    Whoever comes on an old disk has a vote at once, and knows nothing of what was written since. On a blank one it copies everything first.
                   run    kubectl -n shop delete pvc data-zk-4 log-zk-4 data-zk-5 log-zk-5 --ignore-not-found
                   until  claims="$(kubectl -n shop get pvc data-zk-4 log-zk-4 data-zk-5 log-zk-5 --ignore-not-found -o name)" && [ -z "$claims" ]
                3. Stop all members
                   why    A change of the list of members must meet no running member: while two lists are live there can be two leaders.
                   run    kubectl -n shop scale statefulset zk --replicas=0
                   until  pods="$(kubectl -n shop get pods -l app.kubernetes.io/name=zk -o name)" && [ -z "$pods" ]
                4. Apply the wanted manifest
                   run    kubectl apply -f "${WANTED:-wanted.yaml}"
                   until  kubectl -n shop rollout status statefulset zk --timeout=10m
                5. See that all 5 members serve and one of them leads
                   why    Each says in which mode it is only while it belongs to a majority.
                   run    for i in 1 2 3 4 5; do kubectl -n shop exec zk-$i -c zookeeper -- bash -c 'exec 3<>/dev/tcp/localhost/2181 && printf srvr >&3 && cat <&3' | grep '^Mode: '; done
                   until  kubectl -n shop wait pod -l app.kubernetes.io/name=zk --for=condition=Ready --timeout=5s
                """);
    }

    /** A majority of the new members must know what any majority of the old ones has acknowledged. */
    @Test
    void the_plan_for_fewer_members_stops_those_first_that_go_and_sees_that_the_others_know_all() {
        assertThat(Change.between(Manifest.of(ZK.members(5)), Manifest.of(ZK))
                        .plan()
                        .text())
                .contains(
                        """
                2. Stop zk-4, zk-5 first
                   why    The others, a majority of 5, go on. If all stopped at once, those that stay might lack writes that only the ones that go have acknowledged.
                   run    kubectl -n shop scale statefulset zk --replicas=3
                   until  [ "$(kubectl -n shop get pods -l app.kubernetes.io/name=zk -o name | wc -l)" -eq 3 ]
                3. See that the 3 members left acknowledge a write
                   why    It takes 3 of them, and who has it has every write before it: so in any majority of the new list there is one that knows all. The node goes by itself. If this never succeeds, scale back to 5.
                   until  kubectl -n shop exec zk-1 -c zookeeper -- sh /conf/cli.sh create -e -s /scale-down-
                4. Stop all members
                """);
    }

    @Test
    void never_fewer_stay_with_the_old_list_than_can_lead_by_it() {
        assertThat(left(3, 1)).isEqualTo(2);
        assertThat(left(5, 1)).isEqualTo(3);
        assertThat(left(5, 3)).isEqualTo(3);
        assertThat(left(7, 1)).isEqualTo(4);
        assertThat(left(7, 3)).isEqualTo(4);
        assertThat(left(7, 5)).isEqualTo(5);
        assertThat(Change.between(Manifest.of(ZK), Manifest.of(ZK.members(1).development()))
                        .plan()
                        .text())
                .contains("--replicas=2\n", "It takes 2 of them");
    }

    /** Of all ways in which the last write may be on a majority of the old list. */
    @Test
    void any_majority_of_fewer_members_has_one_that_knows_the_last_write() {
        for (int before = 2; before <= 9; before++) {
            for (int after = 1; after < before; after++) {
                int know = before / 2 + 1;
                int stayAndKnow = know - (left(before, after) - after);
                assertThat(stayAndKnow + after / 2 + 1)
                        .as("%d to %d", before, after)
                        .isGreaterThan(after);
            }
        }
    }

    private static int left(int before, int after) {
        return new OtherMembers(ZooKeeperCommands.of(Optional.of("shop"), "zk"), before, after).left();
    }

    private static void assertSilent(ZooKeeperEnsemble before, ZooKeeperEnsemble after) {
        assertThat(CHANGES.check(change(before, after, before.members()))).isEmpty();
    }

    private static void assertFinds(ZooKeeperEnsemble before, ZooKeeperEnsemble after, String finding) {
        assertThat(CHANGES.check(change(before, after, before.members())))
                .singleElement()
                .hasToString(finding);
    }

    private static PresetChange change(ZooKeeperEnsemble before, ZooKeeperEnsemble after, int running) {
        return new PresetChange(
                ObjectRef.of("StatefulSet", "shop", "zk"), running, after.members(), facts(before), facts(after));
    }

    private static Facts facts(ZooKeeperEnsemble ensemble) {
        return Manifest.of(ensemble)
                .graph()
                .all(StatefulSet.class)
                .map(Located::get)
                .findFirst()
                .flatMap(Facts::on)
                .orElseThrow();
    }
}
