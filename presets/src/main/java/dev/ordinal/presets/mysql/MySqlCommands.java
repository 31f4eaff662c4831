package dev.ordinal.presets.mysql;

/** Commands that look into a running cluster. */
final class MySqlCommands {
    /** The client as root, by the member's own socket. */
    static final String ROOT = "mysql --defaults-file=/var/run/mysqld/root.cnf";

    /** A consistent dump of all databases; accounts and ids of transactions are the new cluster's own. */
    static final String DUMP = "mysqldump --defaults-file=/var/run/mysqld/root.cnf"
            + " --single-transaction --routines --events --triggers --set-gtid-purged=OFF --all-databases";

    private MySqlCommands() {}

    /** A statement as root in a member. */
    static String sql(String kubectl, String pod, String statement) {
        return kubectl + " exec " + pod + " -c mysql -- " + ROOT + " -NB -e \"" + statement + "\"";
    }

    /** Succeeds once so many members are ONLINE. */
    static String online(String kubectl, String set, int members) {
        return sql(
                        kubectl,
                        set + "-0",
                        "SELECT COUNT(*) FROM performance_schema.replication_group_members WHERE member_state = 'ONLINE'")
                + " | grep -qx " + members;
    }

    /** A client of one's own. */
    static String client(String kubectl, String pod) {
        return kubectl + " exec -it " + pod + " -c mysql -- " + ROOT;
    }
}
