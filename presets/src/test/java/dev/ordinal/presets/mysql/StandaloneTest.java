package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.RealServers;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@RealServers
class StandaloneTest {
    private static final MySqlCluster NEW = Database.NEW
            .topology(MySqlTopology.standalone())
            .metrics(Metrics.shown())
            .backup(Backup.to("dumps").keep(2));
    /** What cannot be packed, and so fills a small disk. */
    private static final String NOISE = IntStream.range(0, 20)
            .mapToObj(id -> "(" + id + ", RANDOM_BYTES(1024))")
            .collect(Collectors.joining(", "));
    /** The same server under the tag of an older version of its series. */
    private static final MySqlCluster OLDER = NEW.version("9.7.1");

    @Test
    void one_member_serves_is_backed_up_and_upgraded_and_does_not_begin_anew_once_it_is_sealed() {
        try (Database database = Database.formed(OLDER)) {
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            assertThat(database.write("INSERT INTO written VALUES (42)")).isNotEmpty();
            assertThat(database.write("CREATE TABLE noise (id INT PRIMARY KEY, bytes BLOB)"))
                    .isNotEmpty();
            assertThat(database.write("INSERT INTO noise VALUES " + NOISE)).isNotEmpty();
            database.apply(OLDER.sealed());
            database.cluster().await("figures", Database.SERVING, () -> database.cluster()
                    .pod("orders-0")
                    .metrics(9104)
                    .contains("\nmysql_up 1\n"));
            assertThat(database.cluster().pod("orders-0").metrics(9104))
                    .contains("\nmysql_global_status_uptime ", "\nmysql_version_info{");
            database.tell("the exporter shows figures: mysql_up 1");
            theirUserHasOneDatabase(database);

            backUp(database);
            database.follow(NEW.sealed(), "Upgrade");
            assertThat(database.cluster().pod("orders-0").log("mysql")).contains("ready for connections");
            assertThat(database.write("SELECT id FROM written")).containsExactly("42");
            database.tell("upgraded by the run book, to another tag of the same server: the row is there");

            loseTheDisk(database);
            List<String> before = database.backups();
            assertThat(database.backUp().ok()).isFalse();
            assertThat(database.backups()).isEqualTo(before);
            database.tell("a backup of a server that is away fails and leaves nothing");
        }
    }

    /** In a grant an underscore stands for any character. */
    private static void theirUserHasOneDatabase(Database database) {
        database.write("CREATE DATABASE shopxdb");
        assertThat(database.root("orders-0", "SHOW DATABASES LIKE 'shop%'")).containsExactly("shop_db");
        database.tell("the user of shop_db may not make shopxdb");
    }

    private static void backUp(Database database) {
        Commands.Result result = database.backUp();
        assertThat(result.output()).matches("(?s).*wrote /backup/orders-\\d{8}T\\d{6}Z\\.sql\\.gz: \\d+ bytes\\n");
        assertThat(result.exit()).isZero();
        assertThat(database.backups()).hasSize(1);
        database.tell("backed up: " + database.backups());

        database.cluster().apply(Database.graph(thatEndsInTheMiddle()));
        assertThat(database.backUp().output()).endsWith("the dump of orders is not complete\n");
        assertThat(database.backups()).hasSize(1);
        database.tell("a dump that ends in the middle is no backup");

        database.cluster().apply(Database.graph(NEW.sealed().backup(Backup.to("small"))));
        database.cluster().shrinkClaim("small", "8k", 999);
        Commands.Result full = database.backUp();
        assertThat(full.output()).contains("No space left on device");
        assertThat(full.ok()).isFalse();
        assertThat(database.cluster().claim("small").toFile().list((folder, name) -> name.contains("orders")))
                .isEmpty();
        database.tell("on a full disk a backup fails and leaves nothing");
        database.apply(OLDER.sealed());
    }

    private static Renderable thatEndsInTheMiddle() {
        return OLDER.sealed().app().edit(ConfigMap.class, "orders-conf", map -> {
            Map<String, String> files = new LinkedHashMap<>(map.getData());
            files.computeIfPresent("dump.sh", (key, text) -> text.stripTrailing() + " | head -n 20\n");
            map.setData(files);
            return map;
        });
    }

    private static void loseTheDisk(Database database) {
        database.cluster().kill("orders-0");
        database.cluster().loseDisk("orders-0");
        database.cluster().start("orders-0");
        database.cluster().await("the refusal", Database.SERVING, () -> database.cluster()
                .pod("orders-0")
                .log("mysql")
                .contains("orders-0 cannot start: its disk is empty, and the database is sealed."));
        database.tell("sealed: an empty disk is not begun anew");
    }
}
