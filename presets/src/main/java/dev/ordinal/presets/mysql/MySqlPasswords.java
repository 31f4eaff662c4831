package dev.ordinal.presets.mysql;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.Member;
import dev.ordinal.presets.mysql.MySqlTopology.Asynchronous;
import dev.ordinal.presets.mysql.MySqlTopology.Group;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook.Chapter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How all passwords are changed while members and clients go on. */
final class MySqlPasswords {
    private static final String BOTH =
            """
            All of them at once. Old and new are both right until the old ones are discarded, so that nobody is turned away who has either.
            What was begun is brought to its end before it is begun anew: an account can have two passwords, not three.""";
    private static final String SQL = "new-passwords.sql";
    private static final String BOTH_OF_REPLICATION = "both-replication";

    /**
     * Of an account.
     *
     * @param user who
     * @param host from where
     * @param key what its password is called in the Secret
     */
    private record Account(String user, String host, String key) {
        String name(String quote) {
            return quote + user + quote + "@" + quote + host + quote;
        }
    }

    private final MySqlCluster cluster;
    private final Kubectl kubectl;
    private final String writer;
    private final List<Member> members;
    private final List<Account> accounts;

    MySqlPasswords(MySqlCluster cluster, Kubectl kubectl, String writer, List<Member> members) {
        this.cluster = cluster;
        this.kubectl = kubectl;
        this.writer = writer;
        this.members = members;
        this.accounts = accounts(cluster);
    }

    private static List<Account> accounts(MySqlCluster cluster) {
        List<Account> accounts = new ArrayList<>(List.of(
                new Account("root", "localhost", "root"),
                new Account("replication", "%", "replication"),
                new Account("ordinal", "127.0.0.1", "replication")));
        cluster.database().ifPresent(name -> accounts.add(new Account(name, "%", "application")));
        if (cluster.metrics().isPresent()) {
            accounts.add(new Account("metrics", "localhost", "metrics"));
        }
        cluster.backup().ifPresent(backup -> accounts.add(new Account("backup", "%", "backup")));
        return List.copyOf(accounts);
    }

    Chapter chapter() {
        return new Chapter(
                "Change the passwords",
                BOTH + pause(),
                Plan.of(made(), taken(), put(), restarted(), discarded(), removed()));
    }

    private String pause() {
        if (isGroup()) {
            return "";
        }
        return cluster.topology() instanceof Asynchronous
                ? " Nobody takes writes while the primary is restarted."
                : " The server is away while it is restarted.";
    }

    private boolean isGroup() {
        return cluster.topology() instanceof Group;
    }

    /** Made whole or not at all, and never over others, which may be in the database already. */
    private Step made() {
        return Step.titled("Make the new ones")
                .because("In files that nobody else can read, and none of which may be there yet.")
                .run("(umask 077; set -eC\n" + (isGroup() ? old() : "") + "for key in " + String.join(" ", keys())
                        + "; do password=$(openssl rand -hex 16); printf %s \"$password\" > \"new-$key\"; done\n"
                        + "cat > " + SQL + " <<END\n"
                        + alter(
                                ",\n  ",
                                account -> "IDENTIFIED BY '$(cat new-" + account.key() + ")' RETAIN CURRENT PASSWORD")
                        + ";\nEND\n" + (isGroup() ? both() : "") + ")");
    }

    /**
     * Members of a group go on coming to the others with the password that they joined with. One that has lost its disk knows only
     * what is in the Secret, and must let them in.
     */
    private String both() {
        return "{ cat new-replication; printf '\\n%s\\n' \"$old\"; } > " + BOTH_OF_REPLICATION + "\n";
    }

    /** Looked up before anything is made, and surely found: a pipe alone would hide that it was not. */
    private String old() {
        return "old=$(" + kubectl.secretValue(MySqlNames.passwords(cluster).name(), "replication")
                + "); [ -n \"$old\" ]\n";
    }

    /** All by one statement, of which nothing is done if any of it cannot be; and never twice, which would lose the old ones. */
    private Step taken() {
        return Step.titled("Let the database take them beside the old ones")
                .because(
                        "Only if no account has two yet. They go by standard input, for others could read a command line; in the"
                                + " binary log are hashes.")
                .run("[ \"$(" + sql(writer, havingTwo()) + ")\" = 0 ] &&\n"
                        + kubectl.say("exec -i " + writer + " -c mysql -- " + MySqlCommands.ROOT) + " < " + SQL)
                .until(allHavingTwo(accounts.size()));
    }

    private Step put() {
        List<String> keysAndFiles = new ArrayList<>();
        keys().forEach(key -> keysAndFiles.addAll(List.of(key, file(key))));
        return Step.titled("Put them into the Secret")
                .because("Who else writes the Secret must write the same."
                        + (isGroup()
                                ? " For replication the old one stands there too, for members that lose their disk."
                                : ""))
                .run(kubectl.putIntoSecret(MySqlNames.passwords(cluster).name(), keysAndFiles.toArray(String[]::new)))
                .until(keys().stream().map(key -> holds(key, file(key))).collect(Collectors.joining(" && ")));
    }

    private String file(String key) {
        return isGroup() && key.equals("replication") ? BOTH_OF_REPLICATION : "new-" + key;
    }

    private String holds(String key, String file) {
        return kubectl.secretValue(MySqlNames.passwords(cluster).name(), key) + " | cmp - " + file;
    }

    private Step restarted() {
        return Step.titled("Restart the members, one after the other")
                .because("Each goes on with the passwords that it was started with, and comes to the others with them.")
                .run(kubectl.restart())
                .until(kubectl.rolledOut() + " && "
                        + allSay(
                                kubectl.say("exec \"$pod\" -c mysql -- cat /var/run/mysqld/agent.cnf")
                                        + " | grep -oFf new-replication",
                                "$(cat new-replication)"));
    }

    private Step discarded() {
        Step step = Step.titled("Discard the old ones")
                .because(
                        "Once clients have the new ones, because the old ones are refused from then on. Who is connected stays so.")
                .run(sql(writer, alter(", ", account -> "DISCARD OLD PASSWORD")));
        if (isGroup()) {
            step = step.run(
                    kubectl.putIntoSecret(MySqlNames.passwords(cluster).name(), "replication", "new-replication"));
        }
        return step.until(allHavingTwo(0));
    }

    private Step removed() {
        return Step.titled("Remove the files")
                .run("rm " + keys().stream().map(key -> "new-" + key + " ").collect(Collectors.joining()) + SQL
                        + (isGroup() ? " " + BOTH_OF_REPLICATION : ""));
    }

    private List<String> keys() {
        return MySqlFiles.passwordKeys(cluster);
    }

    private String alter(String between, Function<Account, String> change) {
        return accounts.stream()
                .map(account -> account.name("'") + " " + change.apply(account))
                .collect(Collectors.joining(between, "ALTER USER ", ""));
    }

    /** Whether that many of the accounts have two passwords, by the word of every member. */
    private String allHavingTwo(int number) {
        return allSay(sql("\"$pod\"", havingTwo()), String.valueOf(number));
    }

    private String havingTwo() {
        return accounts.stream()
                .map(account -> "'" + account.name("") + "'")
                .collect(Collectors.joining(
                        ", ",
                        "SELECT COUNT(*) FROM mysql.user WHERE CONCAT(user, '@', host) IN (",
                        ") AND user_attributes LIKE '%additional_password%'"));
    }

    /** A member that is away says nothing, which is not what the others say. */
    private String allSay(String command, String answer) {
        String pods = members.stream().map(Member::pod).collect(Collectors.joining(" "));
        return "[ \"$(for pod in " + pods + "; do " + command + " || echo \"$pod says nothing\"; done | sort -u)\" = \""
                + answer + "\" ]";
    }

    private String sql(String pod, String statement) {
        return MySqlCommands.sql(kubectl.say("").strip(), pod, statement);
    }
}
