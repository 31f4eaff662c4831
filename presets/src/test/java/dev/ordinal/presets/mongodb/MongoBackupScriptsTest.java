package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.part.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of backup and restore, their folders moved into one of the test's own, with stand-ins for MongoDB's tools. */
class MongoBackupScriptsTest {
    private static final Texts MAIN = Texts.beside(MongoReplicaSet.class);

    @TempDir
    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        for (String folder : List.of("auth", "backup", "cluster", "tmp", "bin")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("auth/backup-password"), "it's secret");
        Files.writeString(root.resolve("auth/root-password"), "r00t");
        Files.writeString(root.resolve("cluster/members"), "0 a:27017 1\n1 b:27017 1\n");
        for (String tool : List.of("mongodump", "mongorestore")) {
            Path program = root.resolve("bin").resolve(tool);
            Files.writeString(program, MAIN.named(tool + ".sh"));
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void a_backup_is_whole_before_it_has_its_name_and_no_password_is_on_a_command_line() throws Exception {
        Files.writeString(root.resolve("backup/.orders-2020-01-01T03-00-00Z.archive.gz.part"), "");
        String told = run("backup.sh", "");
        assertThat(told)
                .contains(
                        "WORD --host=rs0/a:27017,b:27017",
                        "WORD --username=backup",
                        "WORD --readPreference=secondaryPreferred",
                        "WORD --oplog",
                        "WORD --gzip",
                        "CONFIG password: 'it''s secret'")
                .contains("WORD --ssl\nWORD --sslCAFile=/tls/ca.crt\n");
        assertThat(told.lines().filter(line -> line.startsWith("WORD"))).noneMatch(line -> line.contains("secret"));
        assertThat(archives())
                .singleElement()
                .asString()
                .matches("orders-\\d{4}-\\d\\d-\\d\\dT[-0-9]+Z\\.archive\\.gz");
    }

    @Test
    void only_the_newest_archives_stay() throws Exception {
        for (int day = 1; day <= 9; day++) {
            Files.writeString(root.resolve("backup/orders-2020-01-0" + day + "T03-00-00Z.archive.gz"), "");
        }
        Files.writeString(root.resolve("backup/orders-eu-2020-01-01T03-00-00Z.archive.gz"), "");
        assertThat(run("backup.sh", "")).contains("removed orders-2020-01-01T03-00-00Z.archive.gz");
        assertThat(archives())
                .hasSize(4)
                .contains(
                        "orders-2020-01-08T03-00-00Z.archive.gz",
                        "orders-2020-01-09T03-00-00Z.archive.gz",
                        "orders-eu-2020-01-01T03-00-00Z.archive.gz");
    }

    @Test
    void a_backup_that_fails_leaves_no_archive_and_removes_none() throws Exception {
        Files.writeString(root.resolve("bin/mongodump"), "#!/bin/sh\nexit 3\n");
        Files.writeString(root.resolve("backup/orders-2020-01-01T03-00-00Z.archive.gz"), "");
        assertThat(run("backup.sh", "")).endsWith("exit 3\n");
        assertThat(archives()).containsExactly("orders-2020-01-01T03-00-00Z.archive.gz");
    }

    @Test
    void a_restore_reads_the_archive_from_its_input() throws Exception {
        assertThat(run("restore.sh", "the archive"))
                .contains(
                        "WORD --host=rs0/a:27017,b:27017",
                        "WORD --username=root",
                        "WORD --oplogReplay",
                        "WORD --drop",
                        "CONFIG password: 'r00t'",
                        "READ the archive");
    }

    @Test
    void a_restore_leaves_users_and_roles_as_they_are() throws Exception {
        assertThat(run("restore.sh", "the archive"))
                .contains("WORD --nsExclude=admin.system.users\n", "WORD --nsExclude=admin.system.roles\n");
    }

    private List<String> archives() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("backup"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String run(String script, String input) throws IOException, InterruptedException {
        String text = MAIN.named(script)
                .replaceAll("(?<![\\w$])/(auth|backup|cluster|tmp)/", root + "/$1/")
                .replace("/backup -maxdepth", root + "/backup -maxdepth");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", text).redirectErrorStream(true);
        shell.environment()
                .putAll(Map.of(
                        "PATH", root.resolve("bin") + ":" + System.getenv("PATH"),
                        "BACKUP_NAME", "orders",
                        "BACKUP_FROM", "rs0/a:27017,b:27017",
                        "BACKUP_KEEP", "3",
                        "BACKUP_TLS", "--ssl --sslCAFile=/tls/ca.crt",
                        "REPLICA_SET", "rs0",
                        "TLS", "false"));
        Process process = shell.start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? told : told + "exit " + exit + "\n";
    }
}
