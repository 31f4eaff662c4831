package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.core.manifest.Rendered;
import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.Cluster;
import dev.ordinal.presets.server.Typist;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.server.common.MetadataVersion;

/** A running cluster, seen by its clients. */
record Kafka(Cluster cluster, Access access) implements AutoCloseable {
    /** Small, and otherwise as a user gets it. */
    static final KafkaCluster NEW = KafkaCluster.named("events")
            .storage(gib(1))
            .namespace("test")
            .resources(mib(640))
            .controllers(Controllers.separate(3).memory(mib(400)));

    static final String[] CONTROLLERS = {"events-controller-0", "events-controller-1", "events-controller-2"};
    static final String[] BROKERS = {"events-100", "events-101", "events-102"};
    static final Duration SERVING = Duration.ofSeconds(180);

    static Kafka of(Renderable wanted, Access access) {
        return new Kafka(
                Cluster.of(
                        graph(wanted),
                        Map.of(
                                KafkaImage.NAME,
                                KafkaImage.shared(),
                                KafkaImage.OLDER,
                                KafkaImage.shared(),
                                KafkaImage.AGENT,
                                KafkaImage.agent())),
                access);
    }

    /** All members started at once and ready. */
    static Kafka formed(Renderable wanted, Access access) {
        Kafka kafka = of(wanted, access);
        try {
            kafka.cluster.start();
            kafka.cluster.awaitReady(SERVING);
            kafka.tell("all members are ready: leader of the quorum is " + kafka.leader());
            return kafka;
        } catch (AssertionError e) {
            kafka.close();
            throw e;
        }
    }

    /** With the Secret that its members need. */
    static Renderable secured(KafkaCluster cluster, Certificates certificates) {
        return () -> {
            Rendered rendered = cluster.render();
            List<HasMetadata> objects = new ArrayList<>(rendered.objects());
            objects.add(certificates.secret("test", "events-tls"));
            return new Rendered(objects, rendered.diagnostics());
        };
    }

    /** As {@code kubectl apply}; members see it when they start anew. */
    void apply(Renderable wanted) {
        cluster.apply(graph(wanted));
    }

    /** Does what a chapter of the run book says, with that manifest; what the commands printed. */
    String follow(KafkaCluster page, String chapter, Renderable wanted) {
        return follow(Typist.steps(page.runBook(), chapter), wanted);
    }

    /** Some steps of a chapter. */
    String follow(List<Step> steps, Renderable wanted) {
        try (Typist typist = new Typist(cluster)) {
            return typist.fill("<release>", "4.3")
                    .manifest("events.yaml", graph(wanted))
                    .follow(steps, SERVING);
        }
    }

    void tell(String line) {
        cluster.tell(line);
    }

    void awaitReady(String... names) {
        cluster.awaitReady(SERVING, names);
    }

    interface Work<T> {
        T with(Admin admin) throws ExecutionException, InterruptedException;
    }

    /** Asks the cluster through the brokers that run. */
    <T> T ask(Work<T> work) {
        try (Admin admin = Admin.create(access.admin(this))) {
            return work.with(admin);
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e.getMessage() + "\n" + cluster, e);
        }
    }

    QuorumInfo quorum() {
        return ask(admin -> admin.describeMetadataQuorum().quorumInfo().get());
    }

    /** The id of the controller that leads. */
    int leader() {
        return quorum().leaderId();
    }

    /** The ids of those who vote. */
    Set<Integer> voters() {
        return quorum().voters().stream()
                .map(QuorumInfo.ReplicaState::replicaId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of controllers and brokers that follow the quorum without a vote. */
    Set<Integer> observers() {
        return quorum().observers().stream()
                .map(QuorumInfo.ReplicaState::replicaId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The disk with which a controller votes. */
    Uuid directoryOf(int controller) {
        return quorum().voters().stream()
                .filter(voter -> voter.replicaId() == controller)
                .map(QuorumInfo.ReplicaState::replicaDirectoryId)
                .findFirst()
                .orElse(Uuid.ZERO_UUID);
    }

    /** Whether a controller votes, with another disk than that one. */
    boolean votesAnew(int controller, Uuid before) {
        return quorum().voters().stream()
                .anyMatch(voter -> voter.replicaId() == controller
                        && !voter.replicaDirectoryId().equals(before));
    }

    /** The release whose metadata are in force. */
    String release() {
        FeatureMetadata features =
                ask(admin -> admin.describeFeatures().featureMetadata().get());
        FinalizedVersionRange level =
                Objects.requireNonNull(features.finalizedFeatures().get("metadata.version"));
        return MetadataVersion.fromFeatureLevel(level.maxVersionLevel()).shortVersion();
    }

    Set<Integer> brokers() {
        return ask(admin -> admin.describeCluster().nodes().get()).stream()
                .map(node -> node.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void create(String topic, int partitions) {
        ask(admin -> admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 3)))
                .all()
                .get());
    }

    void createWithoutCopies(String topic) {
        ask(admin -> admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                .all()
                .get());
    }

    /** Its only copy there. */
    void createOn(String topic, int broker) {
        ask(admin -> admin.createTopics(List.of(new NewTopic(topic, Map.of(0, List.of(broker)))))
                .all()
                .get());
    }

    Set<String> topics() {
        return ask(admin -> admin.listTopics().names().get());
    }

    /** Whether every partition of a topic has a leader that is not that pod. */
    boolean led(String topic, String pod) {
        return all(
                topic,
                partition -> partition.leader() != null
                        && !pod.endsWith("-" + partition.leader().id()));
    }

    /** The brokers that hold a copy of some partition of a topic. */
    Set<Integer> holders(String topic) {
        return describe(topic).partitions().stream()
                .flatMap(partition -> partition.replicas().stream())
                .map(node -> node.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A topic, through the brokers that run now. */
    Log log(String topic) {
        return new Log(topic, access.admin(this));
    }

    /** Whether all these pods are ready. */
    boolean ready(String... pods) {
        return Arrays.stream(pods).allMatch(pod -> cluster.pod(pod).ready());
    }

    /** The node dies and takes the disk with it; the pod comes up elsewhere with an empty one. */
    void replaceDisk(String pod) {
        cluster.kill(pod);
        cluster.loseDisk(pod);
        cluster.start(pod);
        awaitReady(pod);
    }

    TopicDescription describe(String topic) {
        return ask(admin -> admin.describeTopics(List.of(topic))
                .topicNameValues()
                .values()
                .iterator()
                .next()
                .get());
    }

    /** Whether every partition of a topic has all its copies in step. */
    boolean inSync(String topic) {
        return all(
                topic,
                partition -> partition.isr().size() == partition.replicas().size());
    }

    /** Whether it holds for all partitions of a topic; a broker hears of a new one a moment after the controller. */
    private boolean all(String topic, Predicate<TopicPartitionInfo> holds) {
        return ask(admin -> {
            try {
                return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                        .flatMap(described -> described.partitions().stream())
                        .allMatch(holds);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    return false;
                }
                throw e;
            }
        });
    }

    void awaitInSync(String topic, Duration limit) {
        cluster.await("all copies of " + topic + " in step", limit, () -> inSync(topic));
    }

    /** These pods with their port, all brokers that exist if none is named. */
    String addresses(int port, String... pods) {
        Stream<String> names = pods.length == 0
                ? cluster.pods().stream().map(pod -> pod.name()).filter(name -> !name.contains("controller"))
                : Arrays.stream(pods);
        return names.map(name -> name + ".events-headless.test.svc.cluster.local:" + port)
                .collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        cluster.close();
    }

    private static ResourceGraph graph(Renderable wanted) {
        Manifest manifest = Manifest.of(wanted);
        assertThat(manifest.report().errors()).isEmpty();
        return manifest.graph();
    }
}
