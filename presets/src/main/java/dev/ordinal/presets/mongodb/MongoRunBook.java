package dev.ordinal.presets.mongodb;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.part.Archives;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.CertificateStep;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.part.RunBook.Chapter;
import dev.ordinal.presets.part.Tls;
import dev.ordinal.presets.part.Troubleshooting;
import java.util.List;
import java.util.stream.Stream;

/** The page that goes with one set. */
final class MongoRunBook {
    private final MongoReplicaSet set;
    private final StatefulApp app;
    private final Kubectl kubectl;
    private final MongoCommands commands;
    private final List<Member> members;
    private final int voting;
    private final int size;

    private static final String REPLACES =
            """
            When a disk or its node is lost for good. The others know the member by its name, send it the set's configuration, and it
            copies all data. Never do it for two members at a time.""";
    private static final String RESTORES =
            """
            Into the running set: collections that are in the archive are replaced. Stop the applications first, and let no backup begin
            meanwhile. Users and roles stay as they are, because those of the archive have the passwords of its day.

            If all disks were lost, render the set without sealed() first, wait until it has formed, restore, and seal it again. The
            agents have made root and their own users, with the passwords of the Secret; make the users of applications again, and
            your own roles, as in "Connect".

            What was changed of users while the archive was written is in its log of changes, and comes back all the same. If that was
            the password of one that is in the Secret, put a new one there at once, as in "Change a password": the agent of the primary
            is still signed in.""";

    private MongoRunBook(MongoReplicaSet set) {
        this.set = set;
        this.app = set.app();
        this.kubectl = Kubectl.of(app);
        this.commands = MongoCommands.of(set.namespace().name(), set.name());
        this.members = app.members();
        this.voting = set.members().voting();
        this.size = members.size();
    }

    static RunBook of(MongoReplicaSet set) {
        return new MongoRunBook(set).page();
    }

    private RunBook page() {
        RunBook page = RunBook.titled(
                        "Replica set " + set.name(),
                        """
                        MongoDB %s, %d members, set name `%s`. Commands go through the agent of a member, which has root's
                        password as a file. The manifest is meant to be in `%s.yaml`."""
                                .formatted(
                                        set.version().number(),
                                        size,
                                        set.members().replicaSet(),
                                        set.name()))
                .chapter("First start", firstStart(), start())
                .chapter(
                        "Seal it",
                        "Once all members are ready. No pod restarts; from then on no member begins a set of its own.",
                        Step.titled("Render it with sealed(), and apply")
                                .run(applied())
                                .until(kubectl.say(
                                                "get configmap " + set.name() + "-cluster -o jsonpath='{.data.phase}'")
                                        + " | grep -q SEALED"))
                .chapter("Connect", connect(), shell())
                .chapter(
                        "Scale up",
                        "Each new member is let in without a vote, copies the data, and gets its vote then. More than seven have"
                                + " no vote: they only copy.",
                        Step.titled("Render it with " + more() + ", and apply").run(applied()),
                        commands.awaitMembers(size + 2))
                .chapter("Scale down", scaleDown(), shrink())
                .chapters(replacement())
                .chapter(
                        "Upgrade",
                        upgrade(),
                        commands.featureVersionIs(series()),
                        rolled(),
                        commands.raiseFeatureVersion("<series>"));
        return set.tls()
                .map(tls -> page.chapter(new MongoCertificates(
                                kubectl,
                                new MongoAgents(kubectl, members),
                                tls.secret().name())
                        .chapter()))
                .orElse(page)
                .chapters(secrets().chapters())
                .chapter("Restore a backup", RESTORES, archives().find(), whole(), play())
                .chapter(Troubleshooting.of(app, set.namespace().clusterDomain()));
    }

    private MongoSecrets secrets() {
        return new MongoSecrets(
                kubectl,
                commands,
                new MongoAgents(kubectl, members),
                MongoRenderer.auth(set).name(),
                MongoExtras.users(set));
    }

    private String more() {
        return voting < 7
                ? "members(" + (voting + 2) + ")"
                : "members(MongoMembers.voting(" + voting + ").readers("
                        + (set.members().readers() + 2) + "))";
    }

    private String applied() {
        return kubectl.say("apply -f " + set.name() + ".yaml");
    }

    private String firstStart() {
        return "The nodes' processors need AVX (x86-64) or ARMv8.2-A. "
                + (series().equals("7.0")
                        ? "This series wants transparent huge pages switched off on the nodes."
                        : "This series runs best with transparent huge pages switched on on the nodes.");
    }

    private Step[] start() {
        Stream<Step> secrets =
                set.tls().map(tls -> Stream.of(secret(), certificates(tls))).orElse(Stream.of(secret()));
        return Stream.concat(secrets, Stream.of(apply(), formed())).toArray(Step[]::new);
    }

    private Step certificates(Tls tls) {
        return CertificateStep.of(set, tls, ", for servers and for clients.", kubectl);
    }

    private Step secret() {
        StringBuilder command = new StringBuilder(kubectl.say("create secret generic "
                + MongoRenderer.auth(set).name()
                + " --from-literal=keyfile=\"$(openssl rand -base64 756 | tr -d '\\n')\""));
        command.append(literal("root"));
        MongoExtras.users(set).forEach(user -> command.append(literal(user)));
        return Step.titled("Make the keys and passwords")
                .because("They are read as files; no manifest and no command line of a server holds them.")
                .run(command.toString());
    }

    private static String literal(String user) {
        return " \\\n  --from-literal=" + user + "-password=\"$(openssl rand -hex 24)\"";
    }

    private Step apply() {
        return Step.titled("Apply the manifest")
                .because(
                        "All members start at once; the first one begins the set when all have answered that they know none.")
                .run(applied())
                .until(kubectl.rolledOut());
    }

    private Step formed() {
        return Step.titled("See one primary and " + (size - 1) + " secondaries").run(commands.members());
    }

    private String connect() {
        String outside = MongoNames.outside(set)
                .map(names -> "\n\nFrom outside, by the Services `" + set.name()
                        + "-external-0` and so on, with DNS records that"
                        + " are yours to make. The certificate must be good for these names before it is switched on,"
                        + " and the members tell them to whoever connects by one of them:\n\n```\n"
                        + MongoNames.externalConnectionString(set, names) + "\n```")
                .orElse("");
        return "Applications use all members, with a user of their own; drivers find the primary by themselves:\n\n```\n"
                + set.connectionString() + "\n```" + outside;
    }

    private Step shell() {
        return Step.titled("Open a shell as root, and make a user for an application")
                .run(commands.inAgent("-it ", "mongosh --nodb --shell --file /scripts/login.js"))
                .run(commands.ask(
                        "db.adminCommand({createUser: \"app\", pwd: \"change-me\", roles: [{role: \"readWrite\", db:"
                                + " \"app\"}]}).ok"));
    }

    private String scaleDown() {
        return voting == 1
                ? "One member is the least."
                : "First out of the set, then out of the cluster. Keep the number of votes odd: from " + voting + " to "
                        + (voting - 2) + ".";
    }

    private Step[] shrink() {
        int left = voting - 2;
        String words = "members(" + left + ")" + (left == 1 ? ".development()" : "");
        return voting == 1
                ? new Step[0]
                : new Step[] {
                    commands.shrinkList(left + set.members().readers()),
                    Step.titled("Render it with " + words + ", and apply")
                            .because(
                                    "The claims of the members that left stay; delete them once they are surely not needed.")
                            .run(applied())
                            .until(kubectl.rolledOut())
                };
    }

    /** The only member has nobody to copy from. */
    private List<Chapter> replacement() {
        return size < 2
                ? List.of()
                : List.of(new Chapter("Replace a member", REPLACES, Plan.of(others(), forget(), copied())));
    }

    private Step others() {
        return Step.titled("See that all others have the data")
                .because("Ask by the agent of a member that stays.")
                .until(commands.othersHaveTheData(last().pod(), size - 1));
    }

    private Member last() {
        return members.get(size - 1);
    }

    private Step forget() {
        Member last = last();
        return Step.titled("Delete the claim and the pod, here of " + last.pod())
                .run(kubectl.say("delete pvc " + last.claim("data") + " --wait=false"))
                .run(kubectl.say("delete pod " + last.pod()))
                .until(kubectl.say("wait pod " + last.pod() + " --for=condition=Ready --timeout=5s"));
    }

    private Step copied() {
        return Step.titled("See it among the secondaries").run(commands.members());
    }

    private String upgrade() {
        return "Within a series: change `version`, apply. To the next series (" + MongoVersions.known()
                + ", never over one): see the feature version first.";
    }

    private String series() {
        return MongoVersions.series(set.version().number());
    }

    private Step rolled() {
        return Step.titled("Render the new version, and apply")
                .because("The members roll from the last to the first; the primary hands over before it stops.")
                .run(applied())
                .until(kubectl.rolledOut());
    }

    private Archives archives() {
        String claim = set.backup().map(Backup::claim).orElse("<claim with archives>");
        return new Archives(kubectl, set.name() + "-archive", claim, MongoVersions.IMAGE.user());
    }

    private Step whole() {
        return Step.titled("See that it is whole")
                .because("Of one that is not, a part would take the place of the data.")
                .until(archives().exec("gzip -t /backup/<archive>"));
    }

    private Step play() {
        return Step.titled("Play it in, and remove the pod")
                .run(archives().exec("cat /backup/<archive>") + " |\\\n  "
                        + commands.inAgent("-i ", "sh /scripts/restore.sh") + " &&\n  "
                        + archives().remove())
                .until(commands.rootGetsIn());
    }
}
