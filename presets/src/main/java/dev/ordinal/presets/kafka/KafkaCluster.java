package dev.ordinal.presets.kafka;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.Word;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.NeedsStorage;
import dev.ordinal.presets.part.Preset;
import dev.ordinal.presets.part.Resources;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.part.Storage;
import dev.ordinal.presets.part.Tls;
import dev.ordinal.presets.part.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A Kafka cluster on the official image, without ZooKeeper: controllers that vote (KRaft with a dynamic quorum), and brokers
 * that hold the data, each with a disk of its own.
 *
 * <pre>{@code
 * KafkaCluster events = KafkaCluster.named("events").storage(gib(100)).brokers(3).namespace("streaming");
 * System.out.print(Manifest.of(events).yaml());
 * System.out.print(events.runBook().markdown());
 * }</pre>
 *
 * <p>It becomes the StatefulSets {@code events-controller} (pods 0, 1, 2) and {@code events} (pods 100, 101, 102), the
 * Service {@code events} for clients at port 9092, and what belongs to them. Members know each other by certificates from
 * the Secret {@code events-tls}; clients come over TLS with a user and a password (SCRAM-SHA-512), and may do what they
 * were allowed to. The run book tells how users are made.
 *
 * <p><b>Render it twice.</b> A new cluster's controllers start with empty disks and have to be allowed to. As soon as all
 * members are ready, render it {@link #sealed()} and apply it again: no pod restarts, but from then on a controller that has
 * lost its disk has no vote until it has copied what the others know. Without the seal, two of three controllers with empty
 * disks could elect one of themselves, and the cluster would forget its topics.
 */
@Word
@Value.Immutable
public interface KafkaCluster extends WithKafkaCluster, Preset<KafkaCluster> {
    /** A cluster of that name, of at most 41 characters. The size of the brokers' disks must follow. */
    static NeedsStorage<KafkaCluster> named(String name) {
        return storage -> ImmutableKafkaCluster.of(name, storage);
    }

    /** The name of the brokers' StatefulSet and of the Service for clients. */
    @Override
    String name();

    /** The disk of each broker; where controllers of their own name no class, theirs is of the same. */
    @Override
    Storage storage();

    /** How many brokers. Default: 3, the least that keeps three copies of everything and goes on without one of them. */
    @Value.Default
    default int brokers() {
        return 3;
    }

    /** Who votes. Default: three nodes that do nothing else, which survive the loss of one. */
    @Value.Default
    default Controllers controllers() {
        return Controllers.separate(3);
    }

    /** The version, and the image it comes in; 4.2 or newer. Default: 4.3.1. */
    @Override
    @Value.Default
    default Version version() {
        return Version.of(KafkaVersion.IMAGE.version());
    }

    /**
     * The release whose metadata format is in force, such as {@code 4.3}. Say the old one when {@link #version()} goes up, and
     * nothing once the upgrade is finalised. Default: that of the version.
     */
    Optional<String> metadata();

    /**
     * Memory of each broker is request and limit; half of it is Java heap, 6 GiB at most. There is no limit of CPU. Default: 4 GiB,
     * one core.
     */
    @Override
    @Value.Default
    default Resources resources() {
        return new Resources(Size.gib(4), Cpu.cores(1));
    }

    /** Whether everything is plain text and everybody may do everything. Default: no. */
    @Value.Default
    default boolean isInsecure() {
        return false;
    }

    /**
     * The Secret of type {@code kubernetes.io/tls} with {@code tls.crt}, {@code tls.key} (PKCS #8) and {@code ca.crt}, for
     * the names that {@link #certificateNames()} lists. Whoever has a certificate of that authority counts as a member, who
     * may do everything, so use an authority of its own. Members read it when they start: what is renewed takes a
     * restart of all, one by one, which the run book tells. Default: {@code <name>-tls}.
     */
    @Override
    Optional<Tls> tls();

    /** How clients outside of the Kubernetes cluster reach the brokers. Default: they do not. */
    @Override
    Optional<ExternalAccess> external();

    /** The agent that shows metrics at port 9404. Default: none. */
    @Override
    Optional<MetricsAgent> metrics();

    /**
     * Lines of {@code server.properties}, of brokers and controllers alike, that differ from this preset's or are added, such as
     * {@code setting("log.retention.hours", "24")}. Default: none.
     */
    @Override
    Map<String, String> settings();

    /** With so many controllers of their own, of the same size as before. */
    default KafkaCluster controllers(int nodes) {
        return controllers(controllers().separated(nodes));
    }

    /** Plain text, no users: for a network in which everybody may read and write everything. */
    default KafkaCluster insecure() {
        return insecure(true);
    }

    /** What clients in the Kubernetes cluster are told: every broker with its port. */
    default String bootstrapServers() {
        return Role.serving(this).members(this).stream()
                .map(member -> namespace().dns(member) + ":" + KafkaPorts.CLIENT.number())
                .collect(Collectors.joining(","));
    }

    /** The names that the certificate in {@link #tls()} must be good for. */
    @Override
    default List<String> certificateNames() {
        return KafkaNames.certificate(this);
    }

    /** One step down: the same in the language of applications, controllers first, to go on from there. */
    @Override
    default List<StatefulApp> apps() {
        return KafkaRenderer.apps(this);
    }

    /** What to do with it: first start, users, scaling, replacing, upgrading, and where to look when it does not come up. */
    @Override
    default RunBook runBook() {
        return KafkaRunBook.of(this);
    }

    /** {@inheritDoc} */
    @Override
    default List<Diagnostic> findings() {
        return KafkaRules.check(this);
    }
}
