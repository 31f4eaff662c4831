package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.server.Cluster;
import dev.ordinal.presets.server.Pod;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;

/** A running ensemble, seen by a client. */
record Ensemble(Cluster cluster) implements AutoCloseable {
    /** Small, and otherwise as a user gets it. */
    static final ZooKeeperEnsemble NEW =
            ZooKeeperEnsemble.named("zk").storage(gib(1)).namespace("test").resources(mib(512));

    static final ZKClientConfig ADMIN = Login.as("admin", Passwords.ADMIN);

    static final Duration SERVING = Duration.ofSeconds(120);

    static Ensemble of(Renderable wanted) {
        return of(wanted, Passwords.USUAL);
    }

    static Ensemble of(Renderable wanted, Passwords passwords) {
        return new Ensemble(Cluster.of(graph(wanted, passwords), ZooKeeperImage.shared()));
    }

    /** All members started at once and ready. */
    static Ensemble formed(Renderable wanted) {
        return formed(wanted, Passwords.USUAL);
    }

    static Ensemble formed(Renderable wanted, Passwords passwords) {
        Ensemble ensemble = of(wanted, passwords);
        ensemble.cluster.start();
        ensemble.cluster.awaitReady(SERVING);
        ensemble.tell("all members are ready: " + ensemble.modes());
        return ensemble;
    }

    /** As {@code kubectl apply}; members see it when they start anew. */
    void apply(Renderable wanted) {
        apply(wanted, Passwords.USUAL);
    }

    void apply(Renderable wanted, Passwords passwords) {
        cluster.apply(graph(wanted, passwords));
    }

    void tell(String line) {
        cluster.tell(line);
    }

    void awaitReady(String... names) {
        cluster.awaitReady(SERVING, names);
    }

    /** What each running member says that it is; a member that does not serve says nothing. */
    Map<String, String> modes() {
        Map<String, String> modes = new TreeMap<>();
        cluster.pods().forEach(pod -> modes.put(pod.name(), mode(pod)));
        return modes;
    }

    /** The version that each server itself tells. */
    List<String> versions() {
        return cluster.pods().stream()
                .map(pod -> told(pod, "Zookeeper version: ").replaceFirst("-.*", ""))
                .toList();
    }

    String leader() {
        return modes().entrySet().stream()
                .filter(e -> e.getValue().equals("leader"))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    /** Whether every member serves and exactly one leads. */
    void assertOneLeader() {
        assertThat(modes().values().stream().sorted()).containsExactly("follower", "follower", "leader");
    }

    /** Writes nodes through one member; as many as were acknowledged. */
    int write(String through, String... nodes) {
        return with(through, client -> {
            for (String node : nodes) {
                client.create(node, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
            }
            return nodes.length;
        });
    }

    /** What users have written, as this member knows it when it has caught up. */
    List<String> read(String through) {
        return read(through, ADMIN);
    }

    List<String> read(String through, ZKClientConfig login) {
        return with(through, login, client -> {
            client.sync("/", (code, path, context) -> {}, null);
            return client.getChildren("/", false).stream()
                    .filter(node -> !node.equals("zookeeper"))
                    .sorted()
                    .toList();
        });
    }

    interface Work<T> {
        T with(ZooKeeper client) throws KeeperException, InterruptedException;
    }

    /** As the administrator, whose password every ensemble of these tests has. */
    <T> T with(String member, Work<T> work) {
        return with(member, ADMIN, work);
    }

    <T> T with(String member, ZKClientConfig login, Work<T> work) {
        try (Client client = client(member, login)) {
            return work.with(client.keeper());
        } catch (KeeperException | InterruptedException e) {
            throw new AssertionError(member + ": " + e, e);
        }
    }

    Client client(String member, ZKClientConfig login) throws InterruptedException {
        return Client.of(cluster.pod(member).address() + ":2181", login);
    }

    /** Addresses of all members that exist now. */
    String addresses() {
        return new TreeSet<>(cluster.pods().stream().map(Pod::address).toList())
                .stream().map(address -> address + ":2181").collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        cluster.close();
    }

    /** Without the pause before a member ends, where many end and the pause is not what is tried. */
    static Renderable brisk(ZooKeeperEnsemble ensemble) {
        return ensemble.app().edit(StatefulSet.class, set -> {
            set.getSpec().getTemplate().getSpec().getContainers().forEach(server -> server.setLifecycle(null));
            return set;
        });
    }

    /** The naive variant: an empty disk counts as an empty database, as in the server's own default. */
    static Renderable withDefaultForEmptyDisks(ZooKeeperEnsemble ensemble) {
        return ensemble.app().edit(ConfigMap.class, "zk-conf", map -> {
            Map<String, String> files = new LinkedHashMap<>(map.getData());
            files.compute("zoo.cfg", (key, text) -> String.valueOf(text).replace("db.autocreate=false\n", ""));
            map.setData(files);
            return map;
        });
    }

    static ResourceGraph graph(Renderable wanted, Passwords passwords) {
        Manifest manifest = Manifest.of(wanted, passwords);
        assertThat(manifest.report().errors()).isEmpty();
        return manifest.graph();
    }

    private static String mode(Pod pod) {
        return told(pod, "Mode: ");
    }

    private static String told(Pod pod, String about) {
        return ask(pod, "srvr")
                .lines()
                .filter(line -> line.startsWith(about))
                .map(line -> line.substring(about.length()))
                .findFirst()
                .orElse("");
    }

    /** Asked from inside, because with TLS the plain port is open there only. */
    private static String ask(Pod pod, String word) {
        try {
            return pod.exec("bash", "-c", "exec 3<>/dev/tcp/localhost/2181 && printf " + word + " >&3 && cat <&3");
        } catch (IllegalStateException e) {
            return "";
        }
    }
}
