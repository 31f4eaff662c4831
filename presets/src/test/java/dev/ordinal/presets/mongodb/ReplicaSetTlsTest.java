package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is asked for beside the members, in one set: TLS, the exporter of metrics, names outside, backups. Stand-ins only: what is
 * seen is what reaches {@code mongod}, {@code mongosh}, {@code mongodump} and the exporter, not what these make of it.
 */
@RealServers
class ReplicaSetTlsTest {
    private static final MongoReplicaSet INSIDE = Replicas.NEW
            .tls("mongo-tls")
            .metrics(Metrics.shown())
            .backup(Backup.to("archive").keep(2));
    private static final MongoReplicaSet OUTSIDE =
            INSIDE.external(ExternalAccess.loadBalancers("db-{ordinal}.example.com"));
    private static final Certificates CERTIFICATES =
            new Certificates(OUTSIDE.members(MongoMembers.voting(3).readers(1))
                    .certificateNames()
                    .toArray(String[]::new));

    @Test
    void members_and_clients_speak_tls_the_exporter_signs_in_names_outside_come_later_and_backups_are_whole()
            throws IOException {
        try (Replicas replicas = Replicas.formed(INSIDE, Replicas.of(INSIDE, ReplicaSetTlsTest::secure))) {
            speakTlsOnly(replicas);
            showFigures(replicas);
            answerNamesOutside(replicas);
            backUp(replicas);
            refuseWhatIsNoBackup(replicas);
            restore(replicas);
        }
    }

    /** As certificate managers write it, but for the end of the key's last line, which not all of them write. */
    private static StatefulApp secure(StatefulApp app) {
        Secret secret = CERTIFICATES.secret("test", "mongo-tls");
        secret.getStringData().computeIfPresent("tls.key", (key, text) -> text.stripTrailing());
        return Replicas.hurried(app).with(secret);
    }

    private static void speakTlsOnly(Replicas replicas) {
        for (Pod pod : replicas.cluster().pods()) {
            assertThat(pod.log("mongod"))
                    .contains("TLS requireTLS DNS:*.mongo-headless.test.svc.cluster.local, DNS:db-0.example.com");
            assertThat(pod.exec("stat", "-c", "%a %u", "/keys/member.pem", "/keys/keyfile"))
                    .isEqualTo("400 999\n400 999\n");
        }
        replicas.write(1);
        replicas.await("read on mongo-2", () -> replicas.read("mongo-2").equals(List.of(1)));
        String host = "mongo-1.mongo-headless.test.svc.cluster.local";
        String authority = "&tls=true&tlsCAFile=/keys/ca.pem";
        assertThat(greet(replicas, host, authority)).contains("\"setName\":\"rs0\"");
        assertThat(greet(replicas, host, "")).contains("ECONNREFUSED");
        String address = replicas.cluster().pod("mongo-1").address();
        assertThat(greet(replicas, address, authority)).contains("ECONNREFUSED");
        replicas.tell("members speak TLS; neither plain text nor another name than the certificate's gets through");
    }

    private static String greet(Replicas replicas, String host, String options) {
        String script = "connect(\"mongodb://" + host + ":27017/admin?directConnection=true" + options
                + "\").adminCommand({hello: 1})";
        return replicas.cluster().pod("mongo-0").execIn("agent", "mongosh", "--nodb", "--quiet", "--eval", script);
    }

    private static void showFigures(Replicas replicas) {
        for (Pod pod : replicas.cluster().pods()) {
            replicas.await("figures", () -> pod.metrics(9216).equals("mongodb_rs_members 3\nmongodb_up 1\n"));
            assertThat(pod.log("exporter"))
                    .isEqualTo("ARGUMENTS --collector.diagnosticdata --collector.replicasetstatus\nURI mongodb://"
                            + pod.name()
                            + ".mongo-headless.test.svc.cluster.local:27017/admin?directConnection=true&tls=true"
                            + "&tlsCAFile=/tls/ca.crt\n");
        }
        replicas.tell("each exporter signs in to its own member, and shows figures");
    }

    /** Switched on while the set runs: no pod restarts, and the server is told of all members at once. */
    private static void answerNamesOutside(Replicas replicas) {
        assertThat(hosts(replicas, "db-1.example.com"))
                .contains("\"hosts\":[\"mongo-0.mongo-headless.test.svc.cluster.local:27017\",");
        replicas.apply(OUTSIDE);
        replicas.await("horizons", () -> horizons(replicas)
                .equals("db-0.example.com:27017 db-1.example.com:27017 db-2.example.com:27017"));
        assertThat(replicas.agentLog(replicas.primary())).contains("tells how members are called outside");
        replicas.await(
                "names outside",
                () -> hosts(replicas, "db-1.example.com")
                        .contains(
                                "\"hosts\":[\"db-0.example.com:27017\",\"db-1.example.com:27017\",\"db-2.example.com:27017\"]"));
        assertThat(greet(replicas, "mongo-1.mongo-headless.test.svc.cluster.local", "&tls=true&tlsCAFile=/keys/ca.pem"))
                .contains("\"hosts\":[\"mongo-0.mongo-headless.test.svc.cluster.local:27017\",");
        replicas.tell("names outside for who greets by one of them, names inside for the others");

        replicas.apply(OUTSIDE.members(MongoMembers.voting(3).readers(1)));
        replicas.cluster().start("mongo-3");
        replicas.awaitReady();
        replicas.await("one more", () -> horizons(replicas).endsWith("db-2.example.com:27017 db-3.example.com:27017"));
        replicas.apply(INSIDE.members(MongoMembers.voting(3).readers(1))
                .external(ExternalAccess.nodePorts("nodes.example.com", 30170)));
        replicas.await(
                "ports of nodes",
                () -> horizons(replicas)
                        .equals(
                                "nodes.example.com:30170 nodes.example.com:30171 nodes.example.com:30172 nodes.example.com:30173"));
        replicas.apply(INSIDE.members(MongoMembers.voting(3).readers(1)));
        replicas.await("no names outside", () -> horizons(replicas).isBlank());
        replicas.cluster().pods().forEach(pod -> assertThat(pod.log("mongod").lines())
                .filteredOn("waiting for connections"::equals)
                .hasSize(1));
        replicas.tell("a member more, ports of nodes instead, and none again, without a restart");
    }

    private static String horizons(Replicas replicas) {
        String primary = replicas.primary();
        return primary.isEmpty()
                ? "?"
                : replicas.ask(
                        primary,
                        "db.adminCommand({replSetGetConfig: 1}).config.members"
                                + ".map((m) => m.horizons ? m.horizons.outside : \"\").join(\" \")");
    }

    /** What a client is told that greets mongo-1 by a name outside, for which the certificate is good. */
    private static String hosts(Replicas replicas, String name) {
        String script =
                "const s = require(\"tls\").connect({host: \"mongo-1.mongo-headless\", port: 27017, servername: \""
                        + name + "\", ca: require(\"fs\").readFileSync(\"/keys/ca.pem\")},"
                        + " () => s.write(JSON.stringify({cmd: {hello: 1}}) + \"\\n\")); s.pipe(process.stdout)";
        return replicas.cluster().pod("mongo-1").execIn("agent", "node", "-e", script);
    }

    private static void backUp(Replicas replicas) throws IOException {
        Path claim = Files.createDirectories(replicas.cluster().claim("archive"));
        Files.setAttribute(claim, "unix:gid", 999);
        Files.setAttribute(claim, "unix:mode", 02775);
        Files.createFile(claim.resolve("mongo-2020-01-01T03-00-00Z.archive.gz"));
        Files.createFile(claim.resolve("mongo-2020-01-02T03-00-00Z.archive.gz"));
        Commands.Result result = replicas.backUp();
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output())
                .contains(
                        "WORDS --config=/tmp/dump.yaml --host=rs0/mongo-0.mongo-headless.test.svc.cluster.local:27017,",
                        "--username=backup --authenticationDatabase=admin --readPreference=secondaryPreferred --oplog --gzip",
                        "--ssl --sslCAFile=/tls/ca.crt\n",
                        "removed mongo-2020-01-01T03-00-00Z.archive.gz\n")
                .doesNotContain("back'up");
        assertThat(replicas.archives())
                .hasSize(2)
                .startsWith("mongo-2020-01-02T03-00-00Z.archive.gz")
                .allMatch(name -> name.matches("mongo-[-0-9]{10}T[-0-9]{8}Z\\.archive\\.gz"));
        replicas.tell("backed up, the last two are kept: " + replicas.archives());
    }

    private static void refuseWhatIsNoBackup(Replicas replicas) throws IOException {
        List<String> before = replicas.archives();
        Files.createFile(replicas.cluster().claim("archive").resolve("fault-half"));
        assertThat(replicas.backUp().output()).endsWith("is not complete\n");
        Files.delete(replicas.cluster().claim("archive").resolve("fault-half"));
        assertThat(replicas.archives()).isEqualTo(before);
        replicas.tell("an archive that lacks its second half is no backup");

        replicas.apply(INSIDE.members(MongoMembers.voting(3).readers(1)).backup(Backup.to("small")));
        replicas.cluster().shrinkClaim("small", "4k", 999);
        Files.write(replicas.cluster().claim("small").resolve("full"), new byte[4096]);
        Commands.Result full = replicas.backUp();
        assertThat(full.output()).contains("ENOSPC");
        assertThat(full.exit()).isNotZero();
        assertThat(replicas.cluster().claim("small").toFile().list((folder, name) -> name.contains("mongo")))
                .isEmpty();
        replicas.apply(INSIDE.members(MongoMembers.voting(3).readers(1)));
        replicas.tell("on a full disk a backup fails and leaves nothing");
    }

    private static void restore(Replicas replicas) {
        List<String> archives = replicas.archives();
        replicas.write(2);
        String printed = replicas.follow(
                INSIDE.members(MongoMembers.voting(3).readers(1)),
                "Restore a backup",
                INSIDE.members(MongoMembers.voting(3).readers(1)),
                Map.of("<archive>", archives.get(1)));
        assertThat(printed)
                .contains(archives.get(1), "--username=root", "--oplogReplay --drop", "--ssl --sslCAFile=/keys/ca.pem")
                .doesNotContain("it's/a:p@ss");
        assertThat(replicas.read(replicas.primary())).isEqualTo(List.of(1));
        replicas.tell("the archive is played back by the run book");

        replicas.cluster().kill("mongo-0", "mongo-1", "mongo-2", "mongo-3");
        assertThat(replicas.backUp().output()).endsWith("Failed: no reachable servers\n");
        assertThat(replicas.archives()).isEqualTo(archives);
        replicas.tell("a backup of a set that is away fails and leaves nothing");
    }
}
