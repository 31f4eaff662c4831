package dev.ordinal.presets.mysql;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.server.Cluster;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.Typist;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A running cluster, seen by a client. */
record Database(Cluster cluster) implements AutoCloseable {
    /** Small, and otherwise as a user gets it. */
    static final MySqlCluster NEW = MySqlCluster.named("orders")
            .storage(gib(1))
            .namespace("shop")
            .resources(mib(1024))
            .database("shop_db")
            .setting("innodb_redo_log_capacity", "64M");

    static final Duration SERVING = Duration.ofSeconds(180);

    static Database of(Renderable wanted) {
        return new Database(Cluster.of(graph(wanted), MySqlImage.all()));
    }

    /** All members started at once and ready. */
    static Database formed(Renderable wanted) {
        Database database = of(wanted);
        database.cluster.start();
        database.awaitReady();
        database.awaitWriter();
        database.tell("all members are ready: " + database.states());
        return database;
    }

    /** As {@code kubectl apply}; members see it when they start anew. */
    void apply(Renderable wanted) {
        cluster.apply(graph(wanted));
    }

    /** Does what the run book of that manifest says in a chapter. */
    void follow(MySqlCluster wanted, String chapter) {
        try (Typist typist = typist(wanted)) {
            typist.follow(wanted.runBook(), chapter, SERVING);
        }
    }

    /** Somebody at a keyboard with that manifest. */
    Typist typist(MySqlCluster wanted) {
        return new Typist(cluster).manifest("orders.yaml", graph(wanted));
    }

    /** Runs the backup job now; what its pod said. */
    Commands.Result backUp() {
        return cluster.runJob("orders-backup", SERVING);
    }

    /** The names of the files on the claim for backups, in their order. */
    List<String> backups() {
        String[] names = cluster.claim("dumps").toFile().list((folder, name) -> !name.equals("lost+found"));
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    void tell(String line) {
        cluster.tell(line);
    }

    void awaitReady(String... names) {
        cluster.awaitReady(SERVING, names);
    }

    /** Waits until the Service for writers leads to one member whose database is there. */
    void awaitWriter() {
        cluster.await("a member behind the Service for writers", SERVING, () -> !write("SELECT 1")
                .isEmpty());
    }

    /** Whether a member's own liveness probe says so, once it runs at all. */
    boolean lives(String member) {
        try {
            return cluster.pod(member).answersLiveness();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** The pod behind the Service for writers. */
    String writer() {
        return String.join(",", cluster.endpoints("orders"));
    }

    /** What a member says of all members of its group. */
    Map<String, String> states(String through) {
        Map<String, String> states = new TreeMap<>();
        root(
                        through,
                        "SELECT CONCAT(SUBSTRING_INDEX(member_host, '.', 1), '=', member_state, ' ', member_role)"
                                + " FROM performance_schema.replication_group_members")
                .forEach(line -> states.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return states;
    }

    Map<String, String> states() {
        return states(cluster.pods().get(0).name());
    }

    /** Runs a statement as root inside a member, by its own socket; nothing while it does not run. */
    List<String> root(String member, String sql) {
        try {
            return cluster.pod(member)
                    .exec("mysql", "--defaults-file=/var/run/mysqld/root.cnf", "-NB", "-e", sql)
                    .lines()
                    .toList();
        } catch (IllegalStateException e) {
            return List.of();
        }
    }

    /** Runs a statement as the application through the Service for writers; nothing if it was not acknowledged. */
    List<String> write(String sql) {
        List<String> endpoints = cluster.endpoints("orders");
        return endpoints.size() == 1 ? run(endpoints.get(0), sql) : List.of();
    }

    /** Runs a statement as the application on a member. */
    List<String> run(String member, String sql) {
        try (Connection connection = connect(member);
                Statement statement = connection.createStatement()) {
            return run(statement, sql);
        } catch (SQLException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<String> run(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>(List.of());
        if (statement.execute(sql)) {
            ResultSet result = statement.getResultSet();
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } else {
            rows.add("done");
        }
        return rows;
    }

    /** Waits until a member has every one of these rows. */
    void awaitKnows(String member, List<String> rows) {
        cluster.await(member + " knows all writes", SERVING, () -> run(member, "SELECT id FROM written")
                .containsAll(rows));
    }

    Connection connect(String member) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://" + cluster.pod(member).address()
                        + ":3306/shop_db?sslMode=REQUIRED&connectTimeout=3000&socketTimeout=10000",
                "shop_db",
                password("application"));
    }

    /** What the Secret has under a key now; members, and clients who come anew, go by it. */
    String password(String key) {
        return cluster.graph()
                .find(Secret.class, "shop", "orders-passwords")
                .map(secret -> secret.get().getStringData().get(key))
                .orElseThrow();
    }

    @Override
    public void close() {
        cluster.close();
    }

    static ResourceGraph graph(Renderable wanted) {
        StatefulApp app = wanted instanceof MySqlCluster cluster ? cluster.app() : (StatefulApp) wanted;
        Manifest manifest = Manifest.of(app.with(new SecretBuilder()
                .withApiVersion("v1")
                .withKind("Secret")
                .withNewMetadata()
                .withNamespace("shop")
                .withName("orders-passwords")
                .endMetadata()
                .addToStringData("root", "secret-root")
                .addToStringData("replication", "secret-replication")
                .addToStringData("application", "secret-application")
                .addToStringData("metrics", "secret-metrics")
                .addToStringData("backup", "secret \\backup \"#'1")
                .build()));
        assertThat(manifest.report().errors()).isEmpty();
        return manifest.graph();
    }
}
