package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static dev.ordinal.presets.Invariant.change;
import static dev.ordinal.presets.Invariant.derived;
import static dev.ordinal.presets.Invariant.plan;
import static dev.ordinal.presets.Invariant.words;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.dsl.Size;
import dev.ordinal.presets.Invariant;
import dev.ordinal.presets.Seen;
import dev.ordinal.presets.part.ExternalAccess;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/** What holds of every ZooKeeper ensemble. */
public final class ZooKeeperInvariants {
    private static final ZooKeeperEnsemble ZK =
            ZooKeeperEnsemble.named("zk").storage(gib(10)).namespace("shop").sealed();
    private static final ZooKeeperEnsemble OPEN = ZK.insecure();
    private static final ZooKeeperEnsemble OUTSIDE = ZK.external(ExternalAccess.loadBalancers("zk.example.com"));
    private static final List<ZooKeeperEnsemble> ALL = List.of(
            ZK,
            ZK.members(7).logStorage(gib(5)),
            ZK.tls("zk-tls"),
            ZK.members(1).development(),
            OPEN);

    /** By their numbers. */
    public static final List<Invariant> INVARIANTS = List.of(
            words("ZK-01", "There is a member.", "EnsembleHasMembers", ZK.members(0)),
            words("ZK-01", "An ensemble survives the loss of one.", "EnsembleSurvivesOneMember", ZK.members(1)),
            words("ZK-01", "The number of members is odd.", "EnsembleIsOdd", ZK.members(4)),
            words("ZK-01", "They are seven at most.", "EnsembleIsSmall", ZK.members(9)),
            derived("ZK-02", "Snapshots and the log are on claims.", ALL, manifest -> {
                assertThat(Seen.values(manifest, "zoo.cfg", "dataDir")).containsExactly("/data");
                assertThat(Seen.values(manifest, "zoo.cfg", "dataLogDir")).containsExactly("/datalog");
                List<String> claims = Seen.sets(manifest).get(0).getSpec().getVolumeClaimTemplates().stream()
                        .map(claim -> claim.getMetadata().getName())
                        .toList();
                assertThat(Seen.pods(manifest).get(0).getContainers().get(0).getVolumeMounts())
                        .filteredOn(mount -> claims.contains(mount.getName()))
                        .extracting(mount -> mount.getMountPath())
                        .containsExactlyInAnyOrder("/data", "/datalog");
            }),
            words("ZK-02", "The user's settings leave that so.", "SettingIsFree", ZK.setting("dataLogDir", "/tmp")),
            derived("ZK-03", "Ids are from 1 on, one for each member, and the list has them all.", ALL, manifest -> {
                int members = Seen.sets(manifest).get(0).getSpec().getReplicas();
                assertThat(Seen.sets(manifest).get(0).getSpec().getOrdinals().getStart())
                        .isEqualTo(1);
                assertThat(Seen.file(manifest, "zoo.cfg").lines().filter(line -> line.startsWith("server.")))
                        .hasSize(members)
                        .anyMatch(line -> line.startsWith("server.1=zk-1."))
                        .anyMatch(line -> line.startsWith("server." + members + "=zk-" + members + "."));
            }),
            derived("ZK-04", "Clients are told of all members and of nobody else.", List.of(ZK), manifest -> {
                List<String> told = List.of(ZK.connectString().split(",", -1));
                assertThat(told).allSatisfy(member -> assertThat(Seen.file(manifest, "zoo.cfg"))
                        .contains("=" + member.replace(":2181", ":")));
                assertThat(told).hasSize(3);
            }),
            derived("ZK-05", "An empty disk is no empty database.", ALL, manifest -> assertThat(
                            Seen.values(manifest, "zoo.cfg", "db.autocreate"))
                    .containsExactly("false")),
            derived("ZK-05", "Nobody is let past the access lists.", ALL, manifest -> assertThat(
                            Seen.file(manifest, "zoo.cfg"))
                    .doesNotContain("skipACL")),
            derived("ZK-06", "The heap leaves a quarter of the memory to Java.", ALL, manifest -> {
                Container server = Seen.pods(manifest).get(0).getContainers().get(0);
                Quantity memory =
                        requireNonNull(server.getResources().getLimits().get("memory"));
                assertThat(Seen.values(manifest, "ZK_SERVER_HEAP"))
                        .singleElement()
                        .satisfies(heap -> assertThat(mib(Long.parseLong(heap)))
                                .isLessThan(
                                        Size.bytes(memory.getNumericalAmount().longValue())
                                                .percent(75)));
            }),
            words("ZK-06", "The heap holds an empty ensemble.", "HeapIsEnough", ZK.resources(mib(128))),
            words("ZK-07", "The version is exact.", "VersionIsExact", ZK.version("v3.9.5")),
            words("ZK-07", "The version understands the list of members.", "VersionReadsMembers", ZK.version("3.4.14")),
            words(
                    "ZK-08",
                    "A setting is one line.",
                    "SettingIsOneLine",
                    ZK.setting("jute.maxbuffer", "1\ndataDir=/tmp")),
            words(
                    "ZK-08",
                    "A setting is one that the server knows.",
                    "SettingIsKnown",
                    ZK.setting("maxClientCnxn", "0")),
            words("ZK-08", "A size is a number of bytes.", "SettingIsTaken", ZK.setting("jute.maxbuffer", "4MB")),
            words("ZK-09", "Clients outside use TLS.", "OutsideIsEncrypted", OUTSIDE),
            words("ZK-09", "Clients outside are known.", "OutsideIsKnown", OUTSIDE.insecure()),
            words(
                    "ZK-09",
                    "Passwords are asked for.",
                    "PasswordsAreUsed",
                    ZK.insecure().passwords("zk-users")),
            words("ZK-09", "Members have different addresses outside.", "AddressesAreApart", OUTSIDE),
            change(
                    "ZK-10",
                    "Members change under the seal only.",
                    "MembersChangeWhenSealed",
                    ZK.sealed(false),
                    ZK.sealed(false).members(5)),
            change("ZK-10", "Those that have the data are a majority.", "OldMembersAreMajority", ZK, ZK.members(7)),
            change("ZK-10", "There are never two lists of members.", "MembersChangeOffline", ZK, ZK.members(5)),
            plan("ZK-10", "So all stop first.", "Stop all members", ZK, ZK.members(5)),
            plan(
                    "ZK-10",
                    "Of more, those that come have blank disks.",
                    "Delete claims that former members have left",
                    ZK,
                    ZK.members(5)),
            plan("ZK-10", "Of fewer, those that go stop before.", "Stop zk-4, zk-5 first", ZK.members(5), ZK),
            plan(
                    "ZK-10",
                    "Those that stay know all.",
                    "See that the 3 members left acknowledge a write",
                    ZK.members(5),
                    ZK),
            change("ZK-11", "A sealed ensemble stays sealed.", "SealStays", ZK, ZK.sealed(false)),
            change("ZK-12", "Members all speak TLS, or none.", "TlsChangesOffline", ZK, ZK.tls("zk-tls")),
            change("ZK-13", "Members and clients all show passwords first.", "PasswordsChangeInSteps", OPEN, ZK),
            change("ZK-14", "There is a snapshot on each disk.", "SnapshotExists", ZK.version("3.4.14"), ZK),
            change("ZK-14", "Versions go up.", "VersionGoesUp", ZK, ZK.version("3.8.6")),
            change(
                    "ZK-14",
                    "Members understand each other's list.",
                    "SecurePortIsUnderstood",
                    ZK.tls("zk-tls"),
                    ZK.tls("zk-tls").version("3.10.0")),
            derived(
                    "ZK-15",
                    "Each folder that the image declares as a volume is mounted.",
                    ALL,
                    manifest -> Seen.mounted(manifest, ZooKeeperRenderer.IMAGE.volumes())));

    private ZooKeeperInvariants() {}
}
