package dev.ordinal.presets.kafka;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.dsl.Size;
import dev.ordinal.presets.part.Findings;
import dev.ordinal.presets.part.SharedRules;
import java.util.List;
import java.util.Set;

/** What only someone who knows Kafka can see in the words of a cluster. */
final class KafkaRules {
    private static final int MOST_VOTERS = 7;
    private static final int LONGEST_NAME = 41;
    private static final Size LEAST_HEAP = Size.mib(200);
    private static final String OLDEST = "4.2";
    /** Ids that images and guides print; clusters with the same id can take each other's members. */
    private static final Set<String> PUBLISHED = Set.of("5L6g3nShT-eMCtK--X86sw", "MkU3OEVBNTcwNTJENDM2Qg");

    private final KafkaCluster cluster;
    private final Findings findings;

    private KafkaRules(KafkaCluster cluster) {
        this.cluster = cluster;
        this.findings = Findings.about("KafkaCluster", cluster.namespace().name(), cluster.name());
    }

    static List<Diagnostic> check(KafkaCluster cluster) {
        KafkaRules rules = new KafkaRules(cluster);
        rules.name();
        rules.voters();
        rules.brokers();
        rules.versions();
        rules.clusterId();
        rules.heaps();
        rules.external();
        rules.certificate();
        SharedRules.check(cluster, Role.voting(cluster).members(cluster), true, rules.findings);
        KafkaSettings.check(cluster, rules.findings);
        return rules.findings.all();
    }

    private void name() {
        int length = cluster.name().length();
        if (length > LONGEST_NAME) {
            findings.error(
                    "NameLeavesRoom",
                    "name",
                    "\"" + cluster.name() + "\"",
                    "the controllers' set adds 11 characters, and a set's name of more than 52 leaves no room for the"
                            + " label that the controller puts on its pods, so no pod would be made",
                    "shorten it by " + (length - LONGEST_NAME) + " to at most 41 characters");
        }
    }

    private void voters() {
        String word = Role.isCombined(cluster) ? "brokers" : "controllers";
        int voters = Role.voting(cluster).nodes(cluster);
        if (voters < 1) {
            findings.error("QuorumHasVoters", word, voters, "nothing would run", "use " + word + "(3)");
        } else if (voters > MOST_VOTERS) {
            findings.error(
                    "QuorumIsSmall",
                    word,
                    voters,
                    "every change of the cluster waits for a majority of the voters, so more than 7 are slower and hardly safer",
                    "use " + word + "(5)");
        } else if (voters == 1 && !cluster.isDevelopment()) {
            findings.error(
                    "QuorumSurvivesOneVoter",
                    word,
                    voters,
                    "while the one voter restarts nothing can be led, and its disk is the only copy of what the cluster knows",
                    "use " + word + "(3), or say development() if that does not matter");
        } else if (voters % 2 == 0) {
            findings.error(
                    "QuorumIsOdd",
                    word,
                    voters,
                    "a majority of " + voters + " is " + (voters / 2 + 1) + ", so " + voters
                            + " voters survive no more losses than " + (voters - 1)
                            + ", and there is one more that can fail",
                    "use " + word + "(" + Math.max(3, voters == 2 ? 3 : Math.min(MOST_VOTERS, voters + 1)) + ")");
        }
    }

    private void brokers() {
        int brokers = cluster.brokers();
        if (!Role.isCombined(cluster) && brokers < 1) {
            findings.error("ClusterHasBrokers", "brokers", brokers, "nobody would hold data", "use brokers(3)");
        } else if (brokers > 0 && brokers < 3 && !cluster.isDevelopment()) {
            findings.warning(
                    "RecordsHaveThreeCopies",
                    "brokers",
                    brokers,
                    brokers == 1
                            ? "the one disk is the only copy of every record, and each restart stops all clients"
                            : "with two copies, records are acknowledged when one broker has them, and lost with it",
                    "use brokers(3), or say development() if that does not matter");
        }
        if (Role.isCombined(cluster) && brokers > 1 && !cluster.isDevelopment()) {
            findings.warning(
                    "ControllersAreApart",
                    "controllers",
                    "combined()",
                    "a broker that is overloaded takes the quorum with it, and the number of brokers is bound to the number of"
                            + " voters",
                    "say controllers(3), or say development()");
        }
    }

    private void versions() {
        KafkaVersion.IMAGE.check(cluster, findings);
        if (KafkaVersion.isBefore(cluster.version().number(), OLDEST)) {
            findings.error(
                    "VersionReplacesControllers",
                    "version",
                    "\"" + cluster.version().number() + "\"",
                    "before 4.2 a controller with a new disk does not join by itself, so a lost disk would be a lost vote",
                    "use version(\"4.3.1\"); from ZooKeeper, migrate to 3.9 and then to 4.0 first");
        }
        String metadata = KafkaVersion.metadata(cluster);
        if (cluster.metadata().isPresent()
                && (!metadata.matches("\\d{1,4}\\.\\d{1,4}") || KafkaVersion.isBefore(metadata, OLDEST))) {
            findings.error(
                    "MetadataIsRelease",
                    "metadata",
                    "\"" + metadata + "\"",
                    "no release from 4.2 on has this name, so no disk could be made ready",
                    "use the first two numbers of a version, such as metadata(\"4.3\")");
        } else if (KafkaVersion.isBefore(cluster.version().number(), metadata)) {
            findings.error(
                    "VersionReadsMetadata",
                    "metadata",
                    "\"" + metadata + "\"",
                    "version " + cluster.version().number()
                            + " cannot read the metadata of a newer release, so no member would start",
                    "use version(\"" + metadata + ".0\") or newer");
        }
    }

    private void clusterId() {
        String id = Identity.cluster(cluster);
        if (!Identity.isCanonical(id) || Identity.isReserved(id)) {
            findings.error(
                    "ClusterIdIsCanonical",
                    "controllers.clusterId",
                    "\"" + id + "\"",
                    "an id is 22 characters of A-Z, a-z, 0-9, - and _, of which the last is A, Q, g or w, and not one of those"
                            + " that Kafka keeps for itself; other texts are changed silently or refused at the start",
                    "leave clusterId(…) out, or paste what kafka-storage.sh random-uuid prints");
        } else if (PUBLISHED.contains(id)) {
            findings.error(
                    "ClusterIdIsOwn",
                    "controllers.clusterId",
                    "\"" + id + "\"",
                    "this id is printed in guides and images, and members of another cluster that has it could join this one",
                    "leave clusterId(…) out, or paste what kafka-storage.sh random-uuid prints");
        }
    }

    private void heaps() {
        for (Role role : Role.of(cluster)) {
            if (role.heap(cluster).compareTo(LEAST_HEAP) < 0) {
                boolean isController = role == Role.CONTROLLER;
                findings.error(
                        "HeapIsEnough",
                        isController ? "controllers.memory" : "resources.memory",
                        role.memory(cluster),
                        "the Java heap would be " + role.heap(cluster).toMib() + "Mi, and below " + LEAST_HEAP
                                + " a member dies of the first load",
                        isController
                                ? "say memory(mib(512)) or more of the controllers"
                                : "use resources(mib(512)) or more");
            }
        }
    }

    private void certificate() {
        if (cluster.isInsecure() && cluster.tls().isPresent()) {
            findings.warning(
                    "CertificateIsUsed",
                    "tls",
                    KafkaNames.tls(cluster).secret().name(),
                    "without security nothing shows a certificate, so all is plain text in spite of it",
                    "leave out insecure(), or leave out tls");
        }
    }

    private void external() {
        KafkaNames.outside(cluster).ifPresent(outside -> {
            outside.checkApart(
                    "all brokers would tell clients the same address, and a client must reach the one that leads",
                    "kafka",
                    findings);
            if (cluster.isInsecure()) {
                findings.warning(
                        "OutsideIsEncrypted",
                        "external",
                        "insecure()",
                        "anybody outside who can connect may read and write everything",
                        "leave out insecure()");
            }
        });
    }
}
