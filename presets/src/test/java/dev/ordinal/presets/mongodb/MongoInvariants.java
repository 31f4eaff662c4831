package dev.ordinal.presets.mongodb;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static dev.ordinal.presets.Invariant.change;
import static dev.ordinal.presets.Invariant.derived;
import static dev.ordinal.presets.Invariant.plan;
import static dev.ordinal.presets.Invariant.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.dsl.Peer;
import dev.ordinal.presets.Invariant;
import dev.ordinal.presets.Seen;
import dev.ordinal.presets.part.ExternalAccess;
import java.util.List;

/** What holds of every MongoDB replica set. */
public final class MongoInvariants {
    private static final MongoReplicaSet ORDERS =
            MongoReplicaSet.named("orders").storage(gib(20)).namespace("shop").sealed();
    private static final MongoReplicaSet OUTSIDE = ORDERS.external(ExternalAccess.loadBalancers("10.0.0.1"));
    private static final List<MongoReplicaSet> ALL = List.of(
            ORDERS,
            ORDERS.members(MongoMembers.voting(7).readers(3)).tls("orders-tls"),
            ORDERS.members(1).development());

    /** By their numbers. */
    public static final List<Invariant> INVARIANTS = List.of(
            words("MG-01", "There is a member.", "SetHasMembers", ORDERS.members(0)),
            words("MG-01", "A set survives the loss of one.", "SetSurvivesOneMember", ORDERS.members(1)),
            words("MG-01", "The number of voters is odd.", "VotersAreOdd", ORDERS.members(4)),
            words("MG-01", "Voters are seven at most.", "VotersAreSevenAtMost", ORDERS.members(9)),
            words(
                    "MG-01",
                    "Members are fifty at most.",
                    "MembersAreFiftyAtMost",
                    ORDERS.members(MongoMembers.voting(3).readers(48))),
            words(
                    "MG-01",
                    "There are no fewer readers than none.",
                    "ReadersAreNotNegative",
                    ORDERS.members(MongoMembers.voting(3).readers(-1))),
            derived("MG-02", "Who has no vote has no priority.", ALL, manifest -> assertThat(
                            Seen.file(manifest, "agent.js"))
                    .contains("votes: Number(votes), priority: Number(votes)", "{ votes: 0, priority: 0 }")),
            words(
                    "MG-02",
                    "Who votes holds the data.",
                    "MembersHoldData",
                    ORDERS.members(MongoMembers.voting(3).arbiter())),
            words(
                    "MG-03",
                    "No set is of two members and an arbiter.",
                    "MembersHoldData",
                    ORDERS.members(MongoMembers.voting(3).arbiter())),
            derived(
                    "MG-04",
                    "A key file of other characters or length is refused at the start, and one is the server's alone.",
                    ALL,
                    manifest -> assertThat(Seen.file(manifest, "prepare.sh"))
                            .contains("and must have 6 to 1024", "*[!A-Za-z0-9+/=]*", "chmod 0400 /keys/keyfile")),
            derived("MG-05", "Members know each other by a key, and users by a password.", ALL, manifest -> assertThat(
                            Seen.file(manifest, "mongod.conf"))
                    .contains("  authorization: enabled\n", "  keyFile: /keys/keyfile\n")),
            words(
                    "MG-05",
                    "The user's settings leave that so.",
                    "SettingIsFree",
                    ORDERS.setting("security.authorization", "disabled")),
            derived("MG-06", "No member makes users of its own at its first start.", ALL, manifest -> assertThat(
                            Seen.variables(manifest))
                    .noneMatch(name -> name.startsWith("MONGO_INITDB"))),
            words(
                    "MG-07",
                    "The set has a name that clients can say.",
                    "ReplicaSetHasName",
                    ORDERS.members(MongoMembers.voting(3).replicaSet("rs0?x=1&y"))),
            change(
                    "MG-07",
                    "The set keeps its name.",
                    "ReplicaSetKeepsItsName",
                    ORDERS,
                    ORDERS.members(MongoMembers.voting(3).replicaSet("orders"))),
            change(
                    "MG-07",
                    "Members keep their names.",
                    "MembersKeepTheirDomain",
                    ORDERS,
                    ORDERS.namespace(ORDERS.namespace().clusterDomain("cluster.example"))),
            words(
                    "MG-08",
                    "The cache leaves a fifth of the memory.",
                    "CacheLeavesRoom",
                    ORDERS.setting("storage.wiredTiger.engineConfig.cacheSizeGB", "1.9")),
            derived("MG-08", "The size of the cache is said.", ALL, manifest -> assertThat(
                            Seen.file(manifest, "mongod.conf"))
                    .containsPattern("cacheSizeGB: [0-9.]+\n")),
            words(
                    "MG-09",
                    "The log of changes leaves half of the disk.",
                    "OplogLeavesRoom",
                    ORDERS.setting("replication.oplogSizeMB", "15000")),
            words(
                    "MG-09",
                    "The log of changes reaches back.",
                    "OplogReachesBack",
                    ORDERS.setting("replication.oplogSizeMB", "500")),
            change("MG-10", "No series is left out.", "VersionsFollowEachOther", ORDERS.version("6.0.1"), ORDERS),
            plan(
                    "MG-10",
                    "The feature version is that of the old series before.",
                    "See that the feature version is 7.0",
                    ORDERS.version("7.0.40"),
                    ORDERS),
            plan("MG-10", "It is raised after.", "Raise the feature version", ORDERS.version("7.0.40"), ORDERS),
            change(
                    "MG-11",
                    "The server reads the feature version of the data.",
                    "FeatureVersionReadsBack",
                    ORDERS,
                    ORDERS.version("7.0.40")),
            words(
                    "MG-12",
                    "The version is of a series that the preset knows.",
                    "VersionIsKnown",
                    ORDERS.version("5.0.1")),
            words("MG-12", "The version is exact.", "VersionIsExact", ORDERS.version("8.0")),
            words("MG-12", "The series is supported for long.", "VersionIsLongLived", ORDERS.version("8.3.8")),
            derived("MG-13", "Members start together, and find each other before they are ready.", ALL, manifest -> {
                assertThat(Seen.sets(manifest))
                        .allSatisfy(set -> assertThat(set.getSpec().getPodManagementPolicy())
                                .isEqualTo("Parallel"));
                assertThat(Seen.headless(manifest)).isNotEmpty().allSatisfy(service -> assertThat(
                                service.getSpec().getPublishNotReadyAddresses())
                        .isTrue());
            }),
            derived("MG-14", "No probe runs a shell of the database.", ALL, manifest -> assertThat(
                            Seen.probes(manifest))
                    .isNotEmpty()
                    .noneMatch(probe -> probe.toString().contains("mongosh"))),
            words(
                    "MG-15",
                    "The memory holds more than the smallest cache.",
                    "MemoryIsEnough",
                    ORDERS.resources(mib(900))),
            words(
                    "MG-16",
                    "A setting is read as it is meant.",
                    "SettingIsReadable",
                    ORDERS.setting("net.maxIncomingConnections", "1\n2")),
            words(
                    "MG-16",
                    "Settings are of a section that the server knows.",
                    "SettingExists",
                    ORDERS.setting("storag.dbPath", "/data")),
            words(
                    "MG-16",
                    "Settings are known to the version.",
                    "SettingIsAlive",
                    ORDERS.setting("storage.journal.enabled", "true")),
            words(
                    "MG-16",
                    "Settings are spelled as the server spells them.",
                    "SettingIsKnown",
                    ORDERS.setting("net.maxIncommingConnections", "9")),
            words(
                    "MG-16",
                    "Values are ones that the server takes.",
                    "SettingIsTaken",
                    ORDERS.setting("net.ipv6", "yes")),
            words(
                    "MG-16",
                    "Settings are of the edition that runs.",
                    "SettingIsOfCommunity",
                    ORDERS.setting("auditLog.destination", "console")),
            words("MG-17", "Members have different addresses outside.", "AddressesAreApart", OUTSIDE),
            words("MG-17", "They have names outside.", "OutsideIsByName", OUTSIDE),
            words("MG-17", "Clients outside use TLS.", "OutsideNeedsTls", OUTSIDE),
            words("MG-17", "Clients outside are let in.", "OutsideIsLetIn", OUTSIDE.client(Peer.namespace("shop"))),
            change(
                    "MG-18",
                    "Members come under the seal only.",
                    "MembersChangeWhenSealed",
                    ORDERS.sealed(false),
                    ORDERS.sealed(false).members(5)),
            change(
                    "MG-18",
                    "Members leave the set before their pods end.",
                    "MembersLeaveFirst",
                    ORDERS.members(7),
                    ORDERS),
            plan(
                    "MG-18",
                    "So the list is changed first.",
                    "Take the members with the highest ordinals off the list",
                    ORDERS.members(5),
                    ORDERS),
            change("MG-19", "A sealed set stays sealed.", "SealStays", ORDERS, ORDERS.sealed(false)),
            change(
                    "MG-20",
                    "Members understand each other at any time.",
                    "TlsComesInSteps",
                    ORDERS,
                    ORDERS.tls("orders-tls")),
            derived(
                    "MG-21",
                    "Each folder that the image declares as a volume is mounted.",
                    ALL,
                    manifest -> Seen.mounted(manifest, MongoVersions.IMAGE.volumes())));

    private MongoInvariants() {}
}
