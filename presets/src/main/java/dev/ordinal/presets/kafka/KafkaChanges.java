package dev.ordinal.presets.kafka;

import dev.ordinal.core.change.Facts;
import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.PresetChanges;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.Size;
import dev.ordinal.presets.part.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is to be known about changing a Kafka cluster; found by {@link java.util.ServiceLoader}. */
public final class KafkaChanges implements PresetChanges {
    /** Anybody may write any number into a manifest. */
    private static final int MOST_AT_ONCE = 100;

    private static final String CONTROLLERS = "-controller";

    @Override
    public String preset() {
        return "kafka";
    }

    @Override
    public Stream<Diagnostic> check(PresetChange change) {
        return Stream.of(identity(change), members(change), versions(change)).flatMap(List::stream);
    }

    /** What was written into the disks or the quorum when the cluster was made. */
    private static List<Diagnostic> identity(PresetChange change) {
        List<Diagnostic> found = new ArrayList<>();
        if (change.changes("cluster-id")) {
            found.add(change.error(
                    "ClusterKeepsItsId",
                    "cluster-id",
                    "every disk carries the id of its cluster, and members refuse to start on a disk of another one",
                    "say clusterId(\"" + change.before().value("cluster-id") + "\") of the controllers"));
        }
        if (change.changes("role")) {
            found.add(change.error(
                    "NodesKeepTheirRoles",
                    "role",
                    "nodes would vote that never did, or voters would be gone, and the quorum with them",
                    "make a new cluster and move the topics to it"));
        }
        if (change.changes("voters")) {
            found.add(change.error(
                    "VotersKeepTheirNames",
                    "voters",
                    "the addresses of the voters are in the metadata itself, so under other names they never find each other",
                    "keep name, namespace and clusterDomain, or make a new cluster"));
        }
        if (change.changes("security")) {
            found.add(change.error(
                    "MembersSpeakOneProtocol",
                    "security",
                    "while members restart one by one, those with and those without TLS cannot talk to each other",
                    "stop all members first, or make a new cluster"));
        }
        if (change.before().is("sealed") && !change.after().is("sealed")) {
            found.add(change.error(
                    "SealStays",
                    "sealed",
                    "a controller that has lost its disk would vote with an empty memory again",
                    "say sealed()"));
        }
        return found;
    }

    private static List<Diagnostic> members(PresetChange change) {
        int more = change.replicas() - change.replicasBefore();
        boolean votes = change.after().value("role").contains("controller");
        if (more != 0
                && votes
                && !(change.before().is("sealed") && change.after().is("sealed"))) {
            return List.of(change.error(
                    "VotersChangeUnderSeal",
                    "members",
                    "unsealed, a new controller believes that it was a voter from the beginning, and blank ones can outvote the"
                            + " others",
                    "apply the cluster with sealed() and the old number first"));
        } else if (more < 0 && votes) {
            return List.of(change.warning(
                    "ControllersLeaveFirst",
                    "members",
                    "a controller that is only stopped still counts as a voter, and the next one that stops may end the quorum",
                    "follow the plan: each leaves the quorum before its pod stops"));
        } else if (more < 0) {
            return List.of(change.warning(
                    "BrokersAreEmptyFirst",
                    "members",
                    "what the highest brokers hold does not move by itself; partitions lose copies, or go away with their last",
                    "follow the plan: what they hold moves to the others before their pods stop"));
        }
        return List.of();
    }

    private static List<Diagnostic> versions(PresetChange change) {
        String metadata = change.before().value("metadata");
        String version = change.after().value("version");
        if (KafkaVersion.isBefore(version, metadata)) {
            return List.of(change.error(
                    "VersionReadsMetadata",
                    "version",
                    "the metadata in force is that of " + metadata + ", which version " + version
                            + " cannot read, so members would not start",
                    "use version(\"" + metadata + ".0\") or newer"));
        } else if (KafkaVersion.isBefore(change.after().value("metadata"), metadata)) {
            return List.of(change.error(
                    "MetadataStaysOrRises",
                    "metadata",
                    "metadata that is in force is not taken back by saying so",
                    "say metadata(\"" + metadata + "\")"));
        } else if (KafkaVersion.isBefore(change.before().value("version"), version) && change.changes("metadata")) {
            return List.of(change.warning(
                    "UpgradeLeavesAWayBack",
                    "metadata",
                    "with the new metadata in force, the old version cannot be brought back if the new one fails",
                    "say metadata(\"" + metadata + "\") now, and leave it out when the new version has proven itself"));
        }
        return List.of();
    }

    @Override
    public List<Step> before(PresetChange change) {
        KafkaSteps steps = new KafkaSteps(cluster(change));
        int now = change.replicasBefore();
        int wanted = change.replicas();
        return switch (change.after().value("role")) {
            case "controller" ->
                now < wanted
                        ? IntStream.range(now, Math.min(wanted, now + MOST_AT_ONCE))
                                .mapToObj(steps::addController)
                                .toList()
                        : down(now, wanted)
                                .mapToObj(steps::removeController)
                                .flatMap(List::stream)
                                .toList();
            case "broker" ->
                down(now, wanted)
                        .mapToObj(staying -> steps.removeBroker(Role.FIRST_BROKER + staying, staying))
                        .flatMap(List::stream)
                        .toList();
            default -> List.of();
        };
    }

    /** From the last member to the first that must go. */
    private static IntStream down(int now, int wanted) {
        int gone = Math.min(MOST_AT_ONCE, Math.max(0, now - Math.max(0, wanted)));
        return IntStream.range(0, gone).map(member -> now - 1 - member);
    }

    @Override
    public List<Step> after(PresetChange change) {
        List<Step> steps = new ArrayList<>();
        boolean isController = change.after().value("role").equals("controller");
        if (!isController && change.replicas() > change.replicasBefore() && change.replicasBefore() > 0) {
            steps.add(KafkaSteps.shareOut());
        }
        if (!isController
                && KafkaVersion.isBefore(
                        change.before().value("metadata"), change.after().value("metadata"))) {
            steps.add(Step.titled("Put the metadata of " + change.after().value("metadata") + " in force")
                    .because("There is no way back after this.")
                    .run(new KafkaSteps(cluster(change))
                            .tool("features upgrade --release-version "
                                    + change.after().value("metadata"))));
        }
        return steps;
    }

    /** As much of the cluster as commands need to know. */
    private static KafkaCluster cluster(PresetChange change) {
        Facts facts = change.after();
        String set = change.set().name();
        boolean isController = facts.value("role").equals("controller") && set.endsWith(CONTROLLERS);
        String name = isController ? set.substring(0, set.length() - CONTROLLERS.length()) : set;
        KafkaCluster cluster = KafkaCluster.named(name)
                .storage(Size.gib(1))
                .metadata(change.before().value("metadata"))
                .namespace(new Namespace(Optional.ofNullable(change.set().namespace()), Member.DEFAULT_DOMAIN));
        return facts.value("role").equals(Role.COMBINED.roles())
                ? cluster.controllers(Controllers.combined())
                : cluster;
    }
}
