package dev.ordinal.presets.mongodb;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.server.Cluster;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.Image;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.Typist;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A running replica set, seen by a client inside its pods. */
record Replicas(Cluster cluster, UnaryOperator<StatefulApp> edit) implements AutoCloseable {
    static final MongoReplicaSet NEW =
            MongoReplicaSet.named("mongo").storage(gib(4)).namespace("test");

    private static final Duration SERVING = Duration.ofSeconds(120);
    private static final String SIGN_IN = "db = connect(\"mongodb://root:\" + encodeURIComponent(require(\"fs\")"
            + ".readFileSync(\"/auth/root-password\", \"utf8\").trim()) + \"@localhost:27017/admin?directConnection=true"
            + "&authSource=admin\" + (process.env.TLS === \"true\" ? \"&tls=true&tlsCAFile=%2Fkeys%2Fca.pem"
            + "&tlsAllowInvalidHostnames=true\" : \"\")); ";

    static Replicas of(MongoReplicaSet wanted, Image image) {
        return new Replicas(Cluster.of(graph(wanted), Map.of(MongoImage.NAME, image)), UnaryOperator.identity());
    }

    /** With stand-ins, as fast as they can be looked at. */
    static Replicas of(MongoReplicaSet wanted) {
        return of(wanted, Replicas::hurried);
    }

    /** With stand-ins and a manifest that differs. */
    static Replicas of(MongoReplicaSet wanted, UnaryOperator<StatefulApp> edit) {
        Map<String, Image> images = new HashMap<>(MongoImage.others());
        images.put(MongoImage.NAME, MongoImage.ofStandIns());
        images.put(MongoImage.OLDER, MongoImage.ofStandIns());
        return new Replicas(Cluster.of(graph(edit.apply(wanted.app())), images), edit);
    }

    /** The agents look four times a second instead of every other second; all else is the manifest's. */
    static StatefulApp hurried(StatefulApp app) {
        return app.edit(ConfigMap.class, "mongo-scripts", map -> {
            Map<String, String> files = new LinkedHashMap<>(map.getData());
            files.computeIfPresent("agent.js", (key, text) -> {
                assertThat(text).contains("const PAUSE_MS = 2000;");
                return text.replace("const PAUSE_MS = 2000;", "const PAUSE_MS = 250;");
            });
            map.setData(files);
            return map;
        });
    }

    /** All members started at once, ready, and voting. */
    static Replicas formed(MongoReplicaSet wanted) {
        return formed(wanted, of(wanted));
    }

    static Replicas formed(MongoReplicaSet wanted, Replicas replicas) {
        replicas.cluster.start();
        replicas.cluster.awaitReady(SERVING);
        replicas.awaitVotes(wanted.members().voting());
        replicas.tell("all members are ready: " + replicas.roles());
        return replicas;
    }

    /** As {@code kubectl apply}, and as if the kubelets had brought the new files already. */
    void apply(MongoReplicaSet wanted) {
        cluster.apply(graph(edit.apply(wanted.app())));
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

    /** When a member's agent wrote down its role, in seconds. */
    long lastLook(String member) {
        return Long.parseLong(
                cluster.pod(member).exec("cat", "/run/member/role").strip().split(" ", -1)[0]);
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

    /** Writes documents one after the other on a member; those of which it said that a majority has them. */
    List<Integer> writesEach(String member, int from, int to) {
        String script = "for (let id = " + from + "; id < " + to
                + "; id++) { if (db.adminCommand({insert: \"things\", documents:"
                + " [{_id: id}], writeConcern: {w: \"majority\"}}).ok === 1) { print(id) } }";
        return ask(member, script)
                .lines()
                .filter(line -> line.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
    }

    /** The documents that one member has. */
    List<Integer> read(String member) {
        String ids = ask(
                member, "db.adminCommand({find: \"things\"}).cursor.firstBatch.map((d) => d._id).sort().join(\",\")");
        return Arrays.stream(ids.split(",", -1)).map(Integer::valueOf).toList();
    }

    /** Does what the run book of a set says in a chapter, to get to the other set; what the commands printed. */
    String follow(MongoReplicaSet page, String chapter, MongoReplicaSet wanted) {
        return follow(page, chapter, wanted, Map.of());
    }

    /** Does what the run book of a set says in a chapter, to get to the other set, with the blanks of the page filled. */
    String follow(MongoReplicaSet page, String chapter, MongoReplicaSet wanted, Map<String, String> blanks) {
        try (Typist typist = new Typist(cluster)) {
            blanks.forEach(typist::fill);
            return typist.manifest("mongo.yaml", graph(edit.apply(wanted.app())))
                    .follow(page.runBook(), chapter, SERVING);
        }
    }

    /** Runs the backup job now; what its pod said. */
    Commands.Result backUp() {
        return cluster.runJob("mongo-backup", SERVING);
    }

    /** The names of the archives on the claim, hidden files included. */
    List<String> archives() {
        String[] names = cluster.claim("archive").toFile().list((folder, name) -> name.contains("mongo"));
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    /** JavaScript as root on one member. */
    String ask(String member, String script) {
        return cluster.pod(member)
                .execIn("agent", "mongosh", "--nodb", "--quiet", "--eval", SIGN_IN + script)
                .strip();
    }

    /** Whether somebody gets in at the primary. */
    boolean opens(String user, String password) {
        String primary = primary();
        if (primary.isEmpty()) {
            return false;
        }
        String script = "connect(\"mongodb://" + user + ":\" + encodeURIComponent(\"" + password
                + "\") + \"@localhost:27017/admin?directConnection=true&authSource=admin\").adminCommand({usersInfo: {user:"
                + " \"root\"}}).ok";
        return cluster.pod(primary)
                .execIn("agent", "mongosh", "--nodb", "--quiet", "--eval", script)
                .strip()
                .equals("1");
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

    private static ResourceGraph graph(MongoReplicaSet wanted) {
        return graph(wanted.app());
    }

    private static ResourceGraph graph(StatefulApp wanted) {
        StatefulApp app = wanted.with(new SecretBuilder()
                .withApiVersion("v1")
                .withKind("Secret")
                .withNewMetadata()
                .withNamespace("test")
                .withName("mongo-auth")
                .endMetadata()
                .addToStringData("keyfile", "c2VjcmV0IG9mIHRoZSBtZW1iZXJz\n")
                .addToStringData("root-password", "it's/a:p@ss")
                .addToStringData("monitor-password", "mon:it/or")
                .addToStringData("backup-password", "back'up")
                .build());
        Manifest manifest = Manifest.of(app);
        assertThat(manifest.report().errors()).isEmpty();
        return manifest.graph();
    }
}
