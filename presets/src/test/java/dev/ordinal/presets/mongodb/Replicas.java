package dev.ordinal.presets.mongodb;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.server.Cluster;
import dev.ordinal.presets.server.Image;
import dev.ordinal.presets.server.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A running replica set, seen by a client inside its pods. */
record Replicas(Cluster cluster) implements AutoCloseable {
    static final MongoReplicaSet NEW =
            MongoReplicaSet.named("mongo").storage(gib(4)).namespace("test");

    private static final Duration SERVING = Duration.ofSeconds(120);
    private static final String SIGN_IN = "db = connect(\"mongodb://root:\" + encodeURIComponent(require(\"fs\")"
            + ".readFileSync(\"/auth/root-password\", \"utf8\").trim()) + \"@localhost:27017/admin?directConnection=true"
            + "&authSource=admin\"); ";

    static Replicas of(MongoReplicaSet wanted, Image image) {
        return new Replicas(Cluster.of(graph(wanted), Map.of(MongoImage.NAME, image)));
    }

    static Replicas of(MongoReplicaSet wanted) {
        return of(wanted, MongoImage.ofStandIns());
    }

    /** All members started at once, ready, and voting. */
    static Replicas formed(MongoReplicaSet wanted) {
        return formed(wanted, MongoImage.ofStandIns());
    }

    static Replicas formed(MongoReplicaSet wanted, Image image) {
        Replicas replicas = of(wanted, image);
        replicas.cluster.start();
        replicas.cluster.awaitReady(SERVING);
        replicas.awaitVotes(wanted.members());
        replicas.tell("all members are ready: " + replicas.roles());
        return replicas;
    }

    /** As {@code kubectl apply}, and as if the kubelets had brought the new files already. */
    void apply(MongoReplicaSet wanted) {
        cluster.apply(graph(wanted));
        cluster.refresh();
    }

    void tell(String line) {
        cluster.tell(line);
    }

    void awaitReady(String... names) {
        cluster.awaitReady(SERVING, names);
    }

    void await(String what, BooleanSupplier condition) {
        cluster.await(what, SERVING, condition);
    }

    void awaitVotes(int votes) {
        await(votes + " votes", () -> votes().equals(votes));
    }

    /** How many members have a vote, as the primary knows; -1 while there is none. */
    Integer votes() {
        String primary = primary();
        return primary.isEmpty()
                ? -1
                : number(ask(
                        primary,
                        "db.adminCommand({replSetGetConfig: 1}).config.members.filter((m) => m.votes === 1).length"));
    }

    /** The ordinals in the configuration, as the primary knows them. */
    String ordinals() {
        String primary = primary();
        return primary.isEmpty()
                ? ""
                : ask(
                        primary,
                        "db.adminCommand({replSetGetConfig: 1}).config.members.map((m) => m._id).sort().join(\",\")");
    }

    /** What each running member says that it is, as its agent wrote it down. */
    Map<String, String> roles() {
        Map<String, String> roles = new TreeMap<>();
        cluster.pods().forEach(pod -> roles.put(pod.name(), role(pod)));
        return roles;
    }

    /** The one primary; nothing while there is none, or while a former one has not yet said that it is none. */
    String primary() {
        List<String> primaries = roles().entrySet().stream()
                .filter(role -> role.getValue().equals("primary"))
                .map(Map.Entry::getKey)
                .toList();
        return primaries.size() == 1 ? primaries.get(0) : "";
    }

    /** Writes documents on the primary. */
    void write(int... ids) {
        assertThat(writes(primary(), ids)).isTrue();
    }

    /** Whether a member says that a majority has these documents now. */
    boolean writes(String member, int... ids) {
        String documents =
                Arrays.stream(ids).mapToObj(id -> "{_id: " + id + "}").collect(Collectors.joining(", ", "[", "]"));
        String insert = "db.adminCommand({insert: \"things\", documents: " + documents
                + ", writeConcern: {w: \"majority\"}}).ok";
        return ask(member, insert).equals("1");
    }

    /** The documents that one member has. */
    List<Integer> read(String member) {
        String ids = ask(
                member, "db.adminCommand({find: \"things\"}).cursor.firstBatch.map((d) => d._id).sort().join(\",\")");
        return Arrays.stream(ids.split(",", -1)).map(Integer::valueOf).toList();
    }

    /** JavaScript as root on one member. */
    String ask(String member, String script) {
        return cluster.pod(member)
                .execIn("agent", "mongosh", "--nodb", "--quiet", "--eval", SIGN_IN + script)
                .strip();
    }

    String agentLog(String member) {
        return cluster.pod(member).log("agent");
    }

    /** How often a server was asked for something that is not a mere look. */
    long calls(String member, String command) {
        return cluster.pod(member)
                .log("mongod")
                .lines()
                .filter(("CALL " + command)::equals)
                .count();
    }

    @Override
    public void close() {
        cluster.close();
    }

    private static Integer number(String text) {
        return text.matches("\\d+") ? Integer.valueOf(text) : -1;
    }

    private static String role(Pod pod) {
        try {
            String[] words = pod.exec("cat", "/run/member/role").strip().split(" ", -1);
            return words.length == 2 ? words[1] : "";
        } catch (IllegalStateException e) {
            return "";
        }
    }

    static ResourceGraph graph(MongoReplicaSet wanted) {
        StatefulApp app = wanted.app()
                .with(new SecretBuilder()
                        .withApiVersion("v1")
                        .withKind("Secret")
                        .withNewMetadata()
                        .withNamespace("test")
                        .withName("mongo-auth")
                        .endMetadata()
                        .addToStringData("keyfile", "c2VjcmV0IG9mIHRoZSBtZW1iZXJz\n")
                        .addToStringData("root-password", "it's/a:p@ss")
                        .addToStringData("monitor-password", "monitor")
                        .addToStringData("backup-password", "back'up")
                        .build());
        Manifest manifest = Manifest.of(app);
        assertThat(manifest.report().errors()).isEmpty();
        return manifest.graph();
    }
}
