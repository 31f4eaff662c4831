package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the seal is for, and what becomes of those who have none. */
@RealServers
class GroupSealTest {
    private static final String TABLES =
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'shop_db'";
    private static final MySqlCluster NEW = Database.NEW.backup(Backup.to("dumps"));
    private static final String[] ALL = {"orders-0", "orders-1", "orders-2"};

    @Test
    void
            sealed_members_with_empty_disks_start_nothing_and_without_the_seal_an_empty_database_looks_healthy_until_it_is_restored() {
        try (Database database = withPreciousData(NEW)) {
            Commands.Result backup = database.backUp();
            assertThat(backup.exit()).as(backup.output()).isZero();
            database.apply(NEW.sealed());
            database.cluster().kill(ALL);
            database.cluster().loseDisk(ALL);
            database.cluster().start(ALL);
            database.cluster().await("the refusal", Database.SERVING, () -> database.cluster()
                    .pod("orders-0")
                    .log("mysql")
                    .contains("all disks are empty, and the cluster is sealed: nothing is started."));
            assertThat(database.cluster().pods()).noneMatch(pod -> pod.ready());
            assertThat(database.writer()).isEmpty();
            database.tell("sealed: nothing is started on empty disks");

            restore(database);
            splitWhereNumber0IsTheFirst(database);
        }
    }

    /** The chapter of the run book; its first half shows what an empty database looks like that nobody sealed. */
    private static void restore(Database database) {
        try (Typist typist =
                database.typist(NEW).fill("<archive>", database.backups().get(0))) {
            List<Step> steps = Typist.steps(NEW.runBook(), "Restore");
            int applied = 4;
            typist.follow(steps.subList(0, applied), Database.SERVING);
            database.awaitWriter();
            assertThat(database.write(TABLES)).containsExactly("0");
            database.tell("naive, without the seal: all three are healthy, and the data is gone");

            typist.follow(steps.subList(applied, steps.size() - 1), Database.SERVING);
            assertThat(database.write("SELECT id FROM precious")).containsExactly("7");
            database.cluster().await("read on orders-2", Database.SERVING, () -> database.run(
                            "orders-2", "SELECT id FROM precious")
                    .equals(List.of("7")));
            database.tell("the backup is played back by the run book: the data is there, on all members");
        }
        database.follow(NEW.sealed(), "Seal");
    }

    /** The trap: it shows that the tests of a lost disk would see a loss if there were one. */
    private static void splitWhereNumber0IsTheFirst(Database database) {
        database.cluster().kill(ALL);
        database.apply(whereNumber0IsTheFirst());
        database.cluster().start(ALL);
        database.awaitReady();
        database.awaitWriter();
        database.cluster().kill("orders-0");
        database.cluster().await("another primary", Database.SERVING, () -> List.of("orders-1", "orders-2")
                .contains(database.writer()));
        String primary = database.writer();
        database.cluster().loseDisk("orders-0");
        database.cluster().start("orders-0");
        database.awaitReady("orders-0");
        database.cluster().await("two primaries", Database.SERVING, () -> database.writer()
                .equals("orders-0," + primary));
        assertThat(database.states("orders-0")).isEqualTo(Map.of("orders-0", "ONLINE PRIMARY"));
        database.cluster().await("its own empty database", Database.SERVING, () -> database.run("orders-0", TABLES)
                .equals(List.of("0")));
        assertThat(database.run(primary, TABLES)).containsExactly("1");
        database.tell("naive, by number: orders-0 and " + primary + " both take writes, and one of them has no data");
    }

    private static Database withPreciousData(Renderable wanted) {
        Database database = Database.formed(wanted);
        assertThat(database.write("CREATE TABLE precious (id INT PRIMARY KEY)")).isNotEmpty();
        assertThat(database.write("INSERT INTO precious VALUES (7)")).isNotEmpty();
        return database;
    }

    private static Renderable whereNumber0IsTheFirst() {
        return NEW.app().edit(ConfigMap.class, "orders-conf", map -> {
            Map<String, String> files = new LinkedHashMap<>(map.getData());
            files.compute("agent.sh", (key, text) -> naive(String.valueOf(text)));
            map.setData(files);
            return map;
        });
    }

    private static String naive(String agent) {
        String naive = agent.replace(
                "decide() {\n",
                """
                decide() {
                  if [ "${POD_NAME##*-}" = 0 ] && [ "$gtids" = - ]; then
                    start_group ON 9223372036854775807
                    return
                  fi
                """);
        assertThat(naive).isNotEqualTo(agent);
        return naive;
    }
}
