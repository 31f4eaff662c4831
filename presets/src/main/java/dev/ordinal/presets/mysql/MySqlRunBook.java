package dev.ordinal.presets.mysql;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.Member;
import dev.ordinal.presets.mysql.MySqlTopology.Asynchronous;
import dev.ordinal.presets.mysql.MySqlTopology.Group;
import dev.ordinal.presets.part.Archives;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.CertificateStep;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.part.RunBook.Chapter;
import dev.ordinal.presets.part.Tls;
import dev.ordinal.presets.part.Troubleshooting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do when, with the real names. */
final class MySqlRunBook {
    private final MySqlCluster cluster;
    private final Kubectl kubectl;
    private final List<Member> members;
    private final Member last;

    private MySqlRunBook(MySqlCluster cluster) {
        this.cluster = cluster;
        this.kubectl = Kubectl.of(cluster.app());
        this.members = MySqlRenderer.members(cluster);
        this.last = members.get(members.size() - 1);
    }

    static RunBook of(MySqlCluster cluster) {
        return cluster.topology().members() < 1
                ? RunBook.titled("MySQL " + cluster.name(), "There is no member.")
                : new MySqlRunBook(cluster).book();
    }

    private RunBook book() {
        RunBook book = RunBook.titled("MySQL " + cluster.name(), introduction())
                .chapter("First start", "", firstStart())
                .chapter("Seal", "Once, as soon as all members are ready. No pod restarts.", seal())
                .chapter("Connect", addresses(), client());
        if (cluster.topology() instanceof Group) {
            book = book.chapter("Scale up", GROWS, apply("Apply the manifest with more members"), together())
                    .chapter(
                            "Scale down",
                            SHRINKS,
                            apply("Apply the manifest with fewer members"),
                            together(),
                            claims());
        } else if (cluster.topology() instanceof Asynchronous) {
            book = book.chapter(
                    "Change the primary", SWITCH, apply("Apply the manifest with the other primary"), look());
        }
        book = members.size() > 1 ? book.chapter("Replace a member", REPLACES, replace(), together()) : book;
        book = book.chapter("Upgrade", UPGRADES, dump(), apply("Apply the manifest with the new version"), together())
                .chapter("Restore", RESTORES, restoreSteps());
        book = book.chapters(cluster.backup().map(this::pointInTime).orElse(List.of()));
        book = cluster.topology() instanceof Group ? book.chapter("Total outage", OUTAGE, know(), force()) : book;
        book = book.chapter(new MySqlPasswords(cluster, kubectl, writer(), members).chapter());
        return book.chapters(cluster.tls().map(this::renewals).orElse(List.of()))
                .chapter(Troubleshooting.of(cluster.app(), cluster.namespace().clusterDomain()));
    }

    private static final String WHO_WRITES =
            "The one that takes writes answers 0 to `SELECT @@super_read_only`; ask again after an error.";
    private static final String GROWS =
            """
            Say `MySqlTopology.group(…)` with two more members, render, and go by the page of that manifest, because the checks count
            its members. New members copy the data of the others; the old ones are not restarted.""";
    private static final String SHRINKS =
            """
            Say `MySqlTopology.group(…)` with two members fewer, render, and go by the page of that manifest. Those that stay must be a
            majority. Those with the highest numbers go; each hands the writing over if it is the primary, and leaves the group.""";
    private static final String SWITCH =
            """
            Say `MySqlTopology.asynchronous(…)` with another primary. The old one takes no more writes, the new one opens when it has
            all that the others have. **If the old primary is dead, what it had not sent is lost; if it only cannot be reached,
            end it first**, or both take writes.""";
    private static final String REPLACES =
            """
            For a member whose disk is broken, or that says that it stays out. It comes back under its name with an empty disk and
            copies the data of the others. Only one at a time.""";
    private static final String UPGRADES =
            """
            Newer versions of a series, or from 8.4 to 9.7. There is no way back but a restore. `mysqlsh` in the image has
            `util.checkForServerUpgrade()`: run it before a change of series.""";
    private static final String RESTORES =
            """
            Into a cluster that begins anew: its disks are given up, and it is rendered without `sealed()` until it is there. The file
            is one that the backup made, or that `dump.sh` wrote as in "Upgrade"; accounts of your own are not in it. Events that a replica
            dumped come back disabled: see `ALTER EVENT … ENABLE`.""";
    private static final String OUTAGE =
            """
            When all members were away, the group starts by itself as soon as **all** of them have answered: the one that knows all that
            the others know begins. While one is missing, the others wait, because it may know more. Only if it will never come back,
            say `restartFrom(…)` of its topology, with the number of the one that knows most, and take it away afterwards: what only the
            missing one knew is lost.""";

    private String introduction() {
        return "%s of %d, version %s. Commands are for a POSIX shell; `%s.yaml` is the rendered manifest."
                .formatted(kind(), members.size(), cluster.version().number(), cluster.name());
    }

    private String kind() {
        if (cluster.topology() instanceof Group) {
            return "A group";
        }
        return cluster.topology() instanceof Asynchronous
                ? "A primary with replicas, **without automatic fail-over**, together"
                : "A single server, one";
    }

    private static final String EVENTS =
            """


            Events run on the member that took the statement which made them. They stand still once another takes writes, until
            `ALTER EVENT … ENABLE` is said there; it makes who says it their definer, unless it names one: `ALTER DEFINER = … EVENT …`.""";

    private String addresses() {
        String write = "Writers: `" + cluster.namespace().dns(cluster.name()) + ":3306`.";
        String read =
                members.size() > 1 ? " Readers: `" + cluster.namespace().dns(cluster.name() + "-read") + ":3306`." : "";
        return write
                + read
                + cluster.database()
                        .map(name -> " User and database `" + name + "`, password `application` of the Secret.")
                        .orElse("")
                + MySqlNames.outside(cluster)
                        .map(outside -> "\n\nFrom outside, each member by its own Service `" + cluster.name()
                                + "-external-0` and so on, with DNS records that are yours to make: `"
                                + String.join("`, `", outside.addresses())
                                + "`. " + (members.size() > 1 ? WHO_WRITES : ""))
                        .orElse("")
                + (members.size() > 1 ? EVENTS : "");
    }

    private Step secret() {
        String keys = MySqlFiles.passwordKeys(cluster).stream()
                .map(key -> " \\\n  --from-literal=" + key + "=\"$(openssl rand -hex 16)\"")
                .collect(Collectors.joining());
        return Step.titled("Make the passwords")
                .because("Each of letters and digits, the one for replication of 32 at most.")
                .run(kubectl.say(
                        "create secret generic " + MySqlNames.passwords(cluster).name() + keys));
    }

    private Step[] firstStart() {
        Stream<Step> secrets =
                cluster.tls().map(tls -> Stream.of(secret(), certificates(tls))).orElse(Stream.of(secret()));
        return Stream.concat(secrets, Stream.of(apply("Apply the manifest"), together()))
                .toArray(Step[]::new);
    }

    private Step certificates(Tls tls) {
        return CertificateStep.of(cluster, tls, ".", kubectl);
    }

    private List<Chapter> renewals(Tls tls) {
        return new MySqlRenewals(kubectl, tls.secret().name(), members).chapters();
    }

    private Step apply(String title) {
        return Step.titled(title)
                .run(kubectl.say("apply -f " + cluster.name() + ".yaml"))
                .until(kubectl.rolledOut());
    }

    private Step together() {
        if (!(cluster.topology() instanceof Group)) {
            return look();
        }
        return Step.titled("See that the group has all its members")
                .run(
                        MySqlCommands.sql(
                                kubectl.say("").strip(),
                                members.get(0).pod(),
                                "SELECT member_host, member_state, member_role FROM performance_schema.replication_group_members"))
                .until(MySqlCommands.online(kubectl.say("").strip(), cluster.name(), members.size()));
    }

    private Step look() {
        return Step.titled("See what the members say")
                .because("The agent tells in the log what it does and what it waits for.")
                .run(kubectl.say("logs " + last.pod() + " -c mysql --tail=20"));
    }

    private Step seal() {
        return Step.titled("Render it sealed() and apply it")
                .because("From then on empty disks alone never become an empty database.")
                .run(kubectl.say("apply -f " + cluster.name() + ".yaml"))
                .until(kubectl.say("get configmap " + cluster.name() + "-state -o jsonpath='{.data.phase}'")
                        + " | grep -qx SEALED");
    }

    private Step client() {
        return Step.titled("Open a client as root")
                .run(kubectl.say("exec -it " + writer() + " -c mysql -- " + MySqlCommands.ROOT));
    }

    /** The pod that takes writes. */
    private String writer() {
        if (cluster.topology() instanceof Asynchronous asynchronous) {
            return cluster.name() + "-" + asynchronous.primary();
        }
        String labels = kubectl.selector() + "," + MySqlRenderer.ROLE + "=primary";
        return cluster.topology() instanceof Group
                ? "$(" + kubectl.say("get pods -l " + labels + " -o name") + ")"
                : members.get(0).pod();
    }

    private Step claims() {
        int next = last.ordinal() + 1;
        return Step.titled("Give up the disks of those that went")
                .because("They are kept until then.")
                .run(kubectl.say("delete pvc data-" + cluster.name() + "-" + next + " data-" + cluster.name() + "-"
                        + (next + 1) + " --ignore-not-found"));
    }

    private Step replace() {
        return Step.titled("Give up its disk and its pod")
                .because("The claim goes when the pod is gone; " + last.pod() + " is an example here.")
                .run(kubectl.say("delete pvc " + last.claim("data") + " --wait=false"))
                .run(kubectl.say("delete pod " + last.pod()))
                .until(kubectl.rolledOut());
    }

    private Step dump() {
        return Step.titled("Dump all databases")
                .run(kubectl.say("exec " + last.pod() + " -c mysql -- " + MySqlCommands.DUMP + " > " + file()))
                .until(complete());
    }

    private String file() {
        return cluster.name() + ".sql";
    }

    /** The last line is written when everything else is. */
    private String complete() {
        return "tail -n 1 " + file() + " | grep -q '^-- Dump completed'";
    }

    private Step[] restoreSteps() {
        List<Step> steps = new ArrayList<>();
        steps.addAll(cluster.backup()
                .map(this::fetch)
                .orElse(List.of(Step.titled("See that the file is complete").until(complete()))));
        String claims = members.stream().map(member -> member.claim("data")).collect(Collectors.joining(" "));
        steps.add(Step.titled("Give up the old disks")
                .because("This deletes what is left of the data. The file must be complete before.")
                .run(kubectl.scale(0))
                .run(kubectl.say("delete pvc " + claims)));
        steps.add(apply("Apply the manifest without sealed()"));
        steps.add(Step.titled("Play the file back on the member that takes writes")
                .run(kubectl.say("exec -i " + writer() + " -c mysql -- " + MySqlCommands.ROOT + " < " + file())));
        steps.add(seal());
        return steps.toArray(Step[]::new);
    }

    private List<Step> fetch(Backup backup) {
        Archives archives =
                new Archives(kubectl, cluster.name() + "-archive", backup.claim(), MySqlVersions.IMAGE.user());
        return List.of(
                archives.find(),
                Step.titled("Unpack it, and remove the pod")
                        .run(archives.exec("gzip -dc /backup/<archive> > " + file()))
                        .run(archives.remove())
                        .until(complete()));
    }

    private List<Chapter> pointInTime(Backup backup) {
        return List.of(new MySqlPointInTime(cluster, kubectl, writer(), members).chapter(fetch(backup), file()));
    }

    private Step know() {
        return Step.titled("See what each member knows and waits for")
                .run(members.stream()
                        .map(member -> kubectl.say("logs " + member.pod() + " -c mysql --tail=5"))
                        .collect(Collectors.joining("\n")));
    }

    private Step force() {
        return Step.titled(
                        "Only if a member will never come back: say restartFrom(…), and apply it; then again without")
                .run(kubectl.say("apply -f " + cluster.name() + ".yaml"))
                .until(kubectl.rolledOut());
    }
}
