package dev.ordinal.presets.mysql;

/** Commands that look into a running cluster. */
final class MySqlCommands {
    /** The client as root, by the member's own socket. */
    static final String ROOT = "mysql --defaults-file=/var/run/mysqld/root.cnf";

    /** All databases but the server's own, to standard output. */
    static final String DUMP = "sh /conf/dump.sh /var/run/mysqld/root.cnf";

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
}
