package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.server.Cluster;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;

/** A running cluster, seen by its clients. */
record Kafka(Cluster cluster, Access access) implements AutoCloseable {
    /** Small, and otherwise as a user gets it. */
    static final KafkaCluster NEW = KafkaCluster.named("events")
            .storage(gib(1))
            .namespace("test")
            .memory(mib(640))
            .controllerMemory(mib(400));

    static final String[] CONTROLLERS = {"events-controller-0", "events-controller-1", "events-controller-2"};
    static final String[] BROKERS = {"events-100", "events-101", "events-102"};
    static final Duration SERVING = Duration.ofSeconds(180);

    static Kafka of(Renderable wanted, Access access) {
        return new Kafka(Cluster.of(graph(wanted), Map.of(KafkaImage.NAME, KafkaImage.shared())), access);
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

    /** As {@code kubectl apply}; members see it when they start anew. */
    void apply(Renderable wanted) {
        cluster.apply(graph(wanted));
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
        return describe(topic).partitions().stream()
                .allMatch(partition ->
                        partition.isr().size() == partition.replicas().size());
    }

    void awaitInSync(String topic, Duration limit) {
        cluster.await("all copies of " + topic + " in step", limit, () -> inSync(topic));
    }

    /** The addresses of these pods, all brokers that exist if none is named. */
    String addresses(String... pods) {
        Stream<String> names = pods.length == 0
                ? cluster.pods().stream().map(pod -> pod.name()).filter(name -> !name.contains("controller"))
                : Arrays.stream(pods);
        return names.map(name -> cluster.pod(name).address() + ":" + access.port())
                .collect(Collectors.joining(","));
    }

    /** As {@code kubectl scale}: pods beyond the number end, pods that are missing start. */
    void scale(String set, int replicas) {
        StatefulSet object = cluster.graph()
                .all(StatefulSet.class)
                .map(Located::get)
                .filter(candidate -> candidate.getMetadata().getName().equals(set))
                .findFirst()
                .orElseThrow();
        Set<String> before = Set.copyOf(cluster.memberNames());
        object.getSpec().setReplicas(replicas);
        Set<String> after = Set.copyOf(cluster.memberNames());
        before.stream().filter(name -> !after.contains(name)).forEach(name -> cluster.stop(name));
        after.stream().filter(name -> !before.contains(name)).forEach(name -> cluster.start(name));
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
