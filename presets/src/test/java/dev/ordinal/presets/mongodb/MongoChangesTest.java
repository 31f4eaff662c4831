package dev.ordinal.presets.mongodb;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Facts;
import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.PresetChanges;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MongoChangesTest {
    private static final MongoReplicaSet ORDERS =
            MongoReplicaSet.named("orders").storage(gib(20)).namespace("shop").sealed();
    private static final MongoChanges CHANGES = new MongoChanges();

    @Test
    void it_is_found_by_name() {
        assertThat(ServiceLoader.load(PresetChanges.class))
                .filteredOn(changes -> changes.preset().equals("mongodb"))
                .hasSize(1);
    }

    @Test
    void what_may_change_is_not_spoken_of() {
        assertSilent(ORDERS, ORDERS);
        assertSilent(ORDERS.sealed(false), ORDERS);
        assertSilent(ORDERS, ORDERS.members(MongoMembers.voting(5).readers(2)));
        assertSilent(ORDERS.members(5), ORDERS);
        assertSilent(ORDERS.version("7.0.40"), ORDERS.version("8.0.29"));
        assertSilent(ORDERS.version("8.0.20"), ORDERS.version("8.0.29"));
        assertSilent(ORDERS, ORDERS.tls("t").setting("net.tls.mode", "allowTLS"));
    }

    @Test
    void the_name_of_the_set_stays() {
        assertFinds(
                ORDERS,
                ORDERS.members(MongoMembers.voting(3).replicaSet("orders")),
                """
                ERROR    StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/replica-set]
                         found  "rs0" -> "orders"
                         why    the name is on every disk, and a server that is started under another name finds no set
                         fix    keep the name; to change it, restore a backup into a new set
                         rule   ReplicaSetKeepsItsName""");
    }

    @Test
    void the_domain_stays() {
        assertFinds(
                ORDERS,
                ORDERS.namespace(ORDERS.namespace().clusterDomain("cluster.example")),
                """
                ERROR    StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/domain]
                         found  "cluster.local" -> "cluster.example"
                         why    the members know each other by names in the old domain, and would not find themselves in the
                                set
                         fix    keep the domain; to change it, restore a backup into a new set
                         rule   MembersKeepTheirDomain""");
    }

    @Test
    void members_are_added_to_a_sealed_set() {
        assertFinds(
                ORDERS.sealed(false),
                ORDERS.sealed(false).members(5),
                """
                WARNING  StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/members]
                         found  "3" -> "5"
                         why    the set may still be about to begin, and members with empty disks are among those that may
                                begin it
                         fix    apply it sealed() first, then change members
                         rule   MembersChangeWhenSealed""");
    }

    @Test
    void a_majority_does_not_leave_at_once() {
        assertFinds(
                ORDERS.members(7),
                ORDERS,
                """
                WARNING  StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/members]
                         found  "7" -> "3"
                         why    if the pods end before the set has let go of them, those that remain are no majority of the
                                old members, and nobody can become primary
                         fix    follow the plan: change the list first, wait until the members are gone, then apply this
                         rule   MembersLeaveFirst""");
    }

    @Test
    void the_seal_stays() {
        assertFinds(
                ORDERS,
                ORDERS.sealed(false),
                """
                ERROR    StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/sealed]
                         found  "true" -> "false"
                         why    should all disks be empty one day, the first member begins a new set, and clients write into
                                it as if nothing had happened
                         fix    keep sealed(); take it off only to begin anew from a backup, and put it on again
                         rule   SealStays""");
    }

    @Test
    void tls_comes_in_steps() {
        assertFinds(
                ORDERS,
                ORDERS.tls("t"),
                """
                ERROR    StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/tls]
                         found  "disabled" -> "requireTLS"
                         why    while the pods roll, members of the old kind and of the new kind do not understand each other,
                                and there is no majority
                         fix    go by disabled, allowTLS, preferTLS, requireTLS, one roll-out each; next:
                                tls(…).setting("net.tls.mode", "allowTLS")
                         rule   TlsComesInSteps""");
        assertFinds(
                ORDERS.tls("t").setting("net.tls.mode", "preferTLS"),
                ORDERS,
                """
                ERROR    StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/tls]
                         found  "preferTLS" -> "disabled"
                         why    while the pods roll, members of the old kind and of the new kind do not understand each other,
                                and there is no majority
                         fix    go by disabled, allowTLS, preferTLS, requireTLS, one roll-out each; next:
                                tls(…).setting("net.tls.mode", "allowTLS")
                         rule   TlsComesInSteps""");
    }

    @Test
    void no_series_is_skipped() {
        assertFinds(
                ORDERS.version("7.0.40"),
                ORDERS.version("8.3.8"),
                """
                ERROR    StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/version]
                         found  "7.0.40" -> "8.3.8"
                         why    a server starts only on data of its own series or of the one before it; the pods would fail
                                one by one
                         fix    go to 8.2 first, then to 8.3
                         rule   VersionsFollowEachOther""");
        assertFinds(
                ORDERS.version("8.0.29"),
                ORDERS.version("9.0.1"),
                """
                ERROR    StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/version]
                         found  "8.0.29" -> "9.0.1"
                         why    a server starts only on data of its own series or of the one before it; the pods would fail
                                one by one
                         fix    use a version of one of these series: 7.0, 8.0, 8.2, 8.3
                         rule   VersionsFollowEachOther""");
    }

    @Test
    void the_way_back_depends_on_the_feature_version() {
        assertFinds(
                ORDERS,
                ORDERS.version("7.0.40"),
                """
                WARNING  StatefulSet shop/orders  metadata.annotations[preset.ordinal.dev/version]
                         found  "8.0.29" -> "7.0.40"
                         why    a server of 7.0 refuses to start on data whose feature version is already 8.0
                         fix    follow the plan: the feature version must still be 7.0
                         rule   FeatureVersionReadsBack""");
    }

    @Test
    void edited_facts_are_no_reason_to_fail() {
        PresetChange odd = new PresetChange(
                ObjectRef.of("StatefulSet", null, "orders"),
                1,
                1,
                Facts.of("mongodb").with("members", "many"),
                new Facts("mongodb", Map.of("version", "", "tls", "?")));
        assertThat(CHANGES.check(odd).count()).isLessThan(4);
        assertThat(CHANGES.before(odd)).isEmpty();
        assertThat(CHANGES.after(odd)).isEmpty();
    }

    @Test
    void members_leave_the_set_before_their_pods_end() {
        assertThat(Plan.of(CHANGES.before(change(ORDERS.members(5), ORDERS))).text())
                .isEqualTo(
                        """
                1. Take the members with the highest ordinals off the list
                   why    The agent of the primary lets go of them one by one; were their pods to end first, dead members would count for the majority.
                   run    kubectl -n shop get configmap orders-cluster -o jsonpath='{.data.members}' | head -n 3 > members
                          [ "$(grep -c . members)" -eq 3 ] &&
                            kubectl -n shop create configmap orders-cluster --from-file=members --dry-run=client -o jsonpath='{"{"}"data":{.data}{"}"}' > members.json &&
                            kubectl -n shop patch configmap orders-cluster --type merge --patch-file members.json
                   until  kubectl -n shop exec orders-0 -c agent -- mongosh --nodb --quiet --eval 'load("/scripts/login.js"); db.adminCommand({replSetGetStatus: 1}).members.filter((m) => true).length' | grep -q '^3$'
                """);
        assertThat(CHANGES.after(change(ORDERS.members(5), ORDERS))).isEmpty();
    }

    @Test
    void new_members_are_waited_for() {
        assertThat(CHANGES.before(change(ORDERS, ORDERS.members(5)))).isEmpty();
        assertThat(Plan.of(CHANGES.after(change(ORDERS, ORDERS.members(5)))).text())
                .isEqualTo(
                        """
                1. Wait until the new members have the data
                   why    Each is let in without a vote, copies all data, and gets its vote then.
                   until  kubectl -n shop exec orders-0 -c agent -- mongosh --nodb --quiet --eval 'load("/scripts/login.js"); db.adminCommand({replSetGetStatus: 1}).members.filter((m) => m.stateStr === "PRIMARY" || m.stateStr === "SECONDARY").length' | grep -q '^5$'
                """);
    }

    @Test
    void an_upgrade_looks_at_the_feature_version_before_and_raises_it_after() {
        PresetChange up = change(ORDERS.version("7.0.40"), ORDERS);
        assertThat(Plan.of(CHANGES.before(up)).text())
                .isEqualTo(
                        """
                1. See that the feature version is 7.0
                   why    A server of the next series does not start on data that is older or newer than that.
                   until  kubectl -n shop exec orders-0 -c agent -- mongosh --nodb --quiet --eval 'load("/scripts/login.js"); db.adminCommand({getParameter: 1, featureCompatibilityVersion: 1}).featureCompatibilityVersion.version' | grep -q '7\\.0'
                """);
        assertThat(Plan.of(CHANGES.after(up)).text())
                .isEqualTo(
                        """
                1. Raise the feature version
                   why    Only after some days of quiet: until then the old series can be put back, afterwards no more.
                   run    kubectl -n shop exec orders-0 -c agent -- mongosh --nodb --quiet --eval 'load("/scripts/login.js"); db.adminCommand({setFeatureCompatibilityVersion: "8.0", confirm: true}).ok'
                   until  kubectl -n shop exec orders-0 -c agent -- mongosh --nodb --quiet --eval 'load("/scripts/login.js"); db.adminCommand({getParameter: 1, featureCompatibilityVersion: 1}).featureCompatibilityVersion.version' | grep -q '8\\.0'
                """);
        PresetChange down = change(ORDERS, ORDERS.version("7.0.40"));
        assertThat(Plan.of(CHANGES.before(down)).text()).contains("See that the feature version is 7.0");
        assertThat(CHANGES.after(down)).isEmpty();
    }

    private static void assertSilent(MongoReplicaSet before, MongoReplicaSet after) {
        assertThat(CHANGES.check(change(before, after))).isEmpty();
    }

    private static void assertFinds(MongoReplicaSet before, MongoReplicaSet after, String finding) {
        assertThat(CHANGES.check(change(before, after))).singleElement().hasToString(finding);
    }

    private static PresetChange change(MongoReplicaSet before, MongoReplicaSet after) {
        List<StatefulSet> sets = List.of(set(before), set(after));
        return new PresetChange(
                ObjectRef.of("StatefulSet", "shop", "orders"),
                sets.get(0).getSpec().getReplicas(),
                sets.get(1).getSpec().getReplicas(),
                Facts.on(sets.get(0)).orElseThrow(),
                Facts.on(sets.get(1)).orElseThrow());
    }

    private static StatefulSet set(MongoReplicaSet set) {
        return Manifest.of(set)
                .graph()
                .all(StatefulSet.class)
                .map(Located::get)
                .findFirst()
                .orElseThrow();
    }
}
