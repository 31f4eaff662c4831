package dev.ordinal.presets.mysql;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.Member;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook.Chapter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How data comes back as it was before a mistake: a second, single server takes an older dump and follows a member up to the
 * transaction before. By replication, because the official image has no {@code mysqlbinlog}.
 */
final class MySqlPointInTime {
    private static final String HOW =
            """
            After a mistake, such as a table that was dropped: a second, single server takes the last dump from before it, follows a member
            up to the transaction before it, and has the data as it was then, to be copied back. Clients go on meanwhile. It reaches
            back as far as binary logs do, a week unless `binlog_expire_logs_seconds` says otherwise, and not before the first backup that
            says which transactions it holds. It needs one member that has its disk: if all are lost, the last dump is what there is.
            Accounts are not brought back, and events come back disabled: see `ALTER EVENT … ENABLE`.""";

    private final MySqlCluster cluster;
    private final Kubectl kubectl;
    private final String writer;
    private final List<Member> members;
    private final MySqlCluster second;
    private final Kubectl there;
    private final String pod;

    MySqlPointInTime(MySqlCluster cluster, Kubectl kubectl, String writer, List<Member> members) {
        this.cluster = cluster;
        this.kubectl = kubectl;
        this.writer = writer;
        this.members = members;
        this.second = second(cluster);
        this.there = Kubectl.of(second.app());
        this.pod = second.name() + "-0";
    }

    /** As much of the second server as its commands need; the reader renders it. */
    private static MySqlCluster second(MySqlCluster cluster) {
        MySqlCluster second = MySqlCluster.named(cluster.name() + "-then")
                .storage(cluster.storage())
                .topology(MySqlTopology.standalone());
        return cluster.namespace().name().map(second::namespace).orElse(second);
    }

    /**
     * The chapter.
     *
     * @param fetch how the dump comes from its claim into the file
     * @param file the dump's name
     */
    Chapter chapter(List<Step> fetch, String file) {
        List<Step> steps = new ArrayList<>();
        steps.add(found());
        steps.addAll(fetch);
        steps.addAll(List.of(
                reached(file), made(), loaded(file), followed(), seen(), table(), rows(), all(file), removed()));
        return new Chapter("Go back to a point in time", HOW + "\n\n" + words(), Plan.of(steps));
    }

    private String words() {
        return "The second server is `MySqlCluster.named(\"" + second.name()
                + "\")` with `topology(MySqlTopology.standalone())`, `setting(\"event_scheduler\", \"OFF\")`,"
                + " `passwords(\""
                + MySqlNames.passwords(cluster).name() + "\")`"
                + cluster.tls()
                        .map(tls -> ", `tls(\"" + tls.secret().name() + "\")`")
                        .orElse("")
                + ", and with namespace, version, resources and settings of this one, but with neither database"
                + " nor backup nor metrics. Its disk takes the data, and twice what was written since the dump."
                + letIn();
    }

    private String letIn() {
        return isClosed()
                ? " As long as it is there, this one says `client(Peer.pods(\"app.kubernetes.io/name\", \""
                        + second.name() + "\"))` too, which restarts nothing."
                : "";
    }

    /** Where nobody is named everybody may come, and the first who is named would shut out the others. */
    private boolean isClosed() {
        return !cluster.clients().isEmpty();
    }

    private Step found() {
        return Step.titled("Find the mistake")
                .because(
                        "By a pattern such as `drop table` or `delete_rows shop.items`. Each line is a transaction: time, id,"
                                + " bytes, and the statement or the tables whose rows it changed. `<mistake>` is the id of the first"
                                + " that is not wanted. What the statement was that changed rows is told where"
                                + " `setting(\"binlog_rows_query_log_events\", \"ON\")` was said before; it makes the logs larger. Ask"
                                + " another member if one has no logs of that time.")
                .run(kubectl.say("exec " + members.get(0).pod() + " -c mysql -- sh /conf/transactions.sh '<pattern>'"))
                .until(yes(members.get(0).pod(), "GTID_SUBSET('<mistake>', @@gtid_executed)"));
    }

    private Step reached(String file) {
        String all = members.stream().map(Member::pod).collect(Collectors.joining(" "));
        return Step.titled("See that the dump is older, and which member has all since")
                .because(
                        "`<source>` is a member that answers 1. One whose disk is new has no older logs; if none has, take a"
                                + " later dump that is older than the mistake.")
                .run("sed -n '/GTID_PURGED=/,/;/p; /^-- Current Database/q' " + file
                        + " | tr -d '\\n' | cut -d \"'\" -f 2 | tr -d + > " + held())
                .run("for pod in " + all + "; do echo \"$pod $("
                        + sql("\"$pod\"", "SELECT GTID_SUBSET(@@gtid_purged, '$(cat " + held() + ")')") + ")\"; done")
                .until("[ -s " + held() + " ] && "
                        + yes(
                                "<source>",
                                "GTID_SUBSET(@@gtid_purged, '$(cat " + held()
                                        + ")') AND NOT GTID_SUBSET('<mistake>', '$(cat " + held() + ")')"));
    }

    private Step made() {
        Step step = Step.titled("Make the second server");
        if (isClosed()) {
            step = step.because("And let it in.").run(kubectl.say("apply -f " + cluster.name() + ".yaml"));
        }
        return step.run(there.say("apply -f " + second.name() + ".yaml"))
                .until(there.rolledOut() + " && " + yes(pod, "@@gtid_mode = 'ON' AND @@event_scheduler = 'OFF'"));
    }

    private Step loaded(String file) {
        return Step.titled("Play the dump into it, and tell it which transactions that were")
                .because("Past its own binary log, which would take as much disk once more.")
                .run(there.say("exec -i " + pod + " -c mysql -- " + MySqlCommands.ROOT
                        + " --init-command='SET sql_log_bin = 0' < " + file))
                .run(sql(pod, "SET GLOBAL gtid_purged = '+$(cat " + held() + ")'"))
                .until(yes(pod, "GTID_SUBSET('$(cat " + held() + ")', @@gtid_purged)"));
    }

    private Step followed() {
        String service = members.get(0)
                .dns(cluster.namespace().clusterDomain())
                .substring(members.get(0).pod().length());
        return Step.titled("Let it follow up to the mistake")
                .because(
                        "It is done when it has received the mistake and stopped before it; if it stops elsewhere, `SHOW REPLICA"
                                + " STATUS\\G` there tells why. After a restart it does not go on by itself: type this again.")
                .run(there.say("exec " + pod + " -c mysql -- sh /conf/replay.sh <source>" + service + " '<mistake>'"))
                .until(yes(pod, STOPPED));
    }

    /** It has got the mistake, and nothing but the mistake kept it from going on. Errors are forgotten at a new start. */
    private static final String STOPPED = "GTID_SUBSET('<mistake>', (SELECT received_transaction_set FROM"
            + " performance_schema.replication_connection_status)) AND NOT GTID_SUBSET('<mistake>', @@gtid_executed)"
            + " AND 'OFF' = (SELECT service_state FROM performance_schema.replication_applier_status)"
            + failed("coordinator") + failed("worker");

    private static String failed(String who) {
        return " AND NOT EXISTS (SELECT * FROM performance_schema.replication_applier_status_by_" + who
                + " WHERE last_error_number <> 0)";
    }

    private Step seen() {
        return Step.titled("Look at the data as it was")
                .because("It gets nothing more.")
                .run(sql(pod, "STOP REPLICA"))
                .run(there.say("exec -it " + pod + " -c mysql -- " + MySqlCommands.ROOT));
    }

    private Step table() {
        return copied("If a table is gone, copy it back", "--skip-add-drop-table")
                .because(
                        "Nothing is done if there is a table of that name. If a whole database is gone, make it first, and write"
                                + " `--routines --events` in place of `<table>`: then all of it comes back.")
                .until(yes(
                        writer,
                        "EXISTS (SELECT * FROM information_schema.tables WHERE table_schema = '<database>' AND table_name ="
                                + " '<table>')"));
    }

    private Step rows() {
        return copied(
                        "If rows are gone, put them back",
                        "--no-create-info --skip-triggers --skip-add-locks --insert-ignore")
                .because(
                        "Rows that are there stay as they are. With `--replace` in place of `--insert-ignore` they become what they"
                                + " were.");
    }

    private Step copied(String title, String how) {
        return Step.titled(title)
                .run(there.say("exec " + pod
                        + " -c mysql -- mysqldump --defaults-file=/var/run/mysqld/root.cnf --single-transaction"
                        + " --set-gtid-purged=OFF " + how + " <database> <table> > " + part()))
                .run("tail -n 1 " + part() + " | grep -q '^-- Dump completed' &&\n"
                        + kubectl.say("exec -i " + writer + " -c mysql -- " + MySqlCommands.ROOT + " <database> < "
                                + part()));
    }

    private Step all(String file) {
        return Step.titled("If all is to go back, dump it")
                .because(
                        "And go on in \"Restore\" where the old disks are given up, once the file is complete. What was written"
                                + " since the mistake is lost.")
                .run(there.say("exec " + pod + " -c mysql -- " + MySqlCommands.DUMP + " > " + file))
                .until("tail -n 1 " + file + " | grep -q '^-- Dump completed'");
    }

    private Step removed() {
        return Step.titled("Remove the second server and its disk")
                .run(there.say("delete -f " + second.name() + ".yaml"))
                .run(there.say("delete pvc data-" + pod))
                .run("rm -f " + held() + " " + part())
                .until("[ -z \"$(" + there.say("get pods -l " + there.selector() + " -o name") + ")\" ]");
    }

    /** The file of the transactions that the dump holds. */
    private String held() {
        return cluster.name() + ".held";
    }

    private String part() {
        return cluster.name() + "-part.sql";
    }

    private String yes(String in, String condition) {
        return sql(in, "SELECT " + condition) + " | grep -qx 1";
    }

    private String sql(String in, String statement) {
        return MySqlCommands.sql(kubectl.say("").strip(), in, statement);
    }
}
