package dev.ordinal.presets.kafka;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.part.CertificateStep;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.part.RunBook.Chapter;
import dev.ordinal.presets.part.Troubleshooting;
import java.util.List;
import java.util.stream.Stream;

/** What to do with a cluster, from its first start to its replacement. */
final class KafkaRunBook {
    private final KafkaCluster cluster;
    private final KafkaSteps steps;
    private final String file;

    private KafkaRunBook(KafkaCluster cluster) {
        this.cluster = cluster;
        this.steps = new KafkaSteps(cluster);
        this.file = cluster.name() + ".yaml";
    }

    static RunBook of(KafkaCluster cluster) {
        return new KafkaRunBook(cluster).book();
    }

    private RunBook book() {
        RunBook book = RunBook.titled(
                        "Run book of the Kafka cluster " + cluster.name(),
                        "For the manifest in `" + file + "`. Clients in the cluster use `"
                                + cluster.bootstrapServers().replace(",", "`, `")
                                + "`. The tools run in a broker's pod, connect as a member, and share its memory:"
                                + " run one at a time.")
                .chapter(firstStart())
                .chapter(seal());
        book = cluster.isInsecure() ? book : book.chapter(connect());
        book = book.chapter(moreBrokers());
        book = cluster.brokers() > 3 && !Role.isCombined(cluster) ? book.chapter(fewerBrokers()) : book;
        book = Role.isCombined(cluster) ? book : book.chapter(moreControllers());
        book = Role.isCombined(cluster) || Role.CONTROLLER.nodes(cluster) < 5 ? book : book.chapter(fewerControllers());
        book = book.chapter(replace());
        book = cluster.isInsecure() ? book : book.chapter(renew()).chapter(authority());
        book = book.chapter(upgrade()).chapter(restore());
        for (StatefulApp app : cluster.apps()) {
            book = book.chapter(Troubleshooting.of(app, cluster.namespace().clusterDomain()));
        }
        return book;
    }

    private Chapter firstStart() {
        Step secret = CertificateStep.of(
                cluster,
                KafkaNames.tls(cluster),
                ", its key in PKCS #8 form, and its authority must sign nobody but members.",
                steps.kubectl());
        Step apply = Step.titled("Apply the manifest").run(steps.kubectl().say("apply -f " + file));
        for (StatefulApp app : cluster.apps()) {
            apply = apply.run(Kubectl.of(app).rolledOut());
        }
        apply = apply.until(steps.voters(steps.controllerIds()));
        return new Chapter(
                "First start",
                "All members start at once and form one cluster with the id `" + Identity.cluster(cluster) + "`.",
                cluster.isInsecure() ? Plan.of(apply) : Plan.of(secret, apply));
    }

    private Chapter seal() {
        String map = Role.voting(cluster).setName(cluster) + "-phase";
        return new Chapter(
                "Seal",
                "Once, as soon as all members were ready for the first time. No pod restarts. From then on a controller"
                        + " with an empty disk has no vote until it has learned from the others.",
                Plan.of(Step.titled("Render the cluster with sealed() and apply it")
                        .run(steps.kubectl().say("apply -f " + file))
                        .until("test \"$("
                                + steps.kubectl().say("get configmap " + map + " -o jsonpath='{.data.phase}'")
                                + ")\" = SEALED")));
    }

    private Chapter connect() {
        return new Chapter(
                "Connect",
                "Clients come to port 9092 over TLS, with a user and a password. A new user may do nothing.",
                Plan.of(
                        Step.titled("Make a user")
                                .because(
                                        "It prints the client's settings with a new password; nobody else knows it. The"
                                                + " client needs ca.crt of the Secret "
                                                + KafkaNames.tls(cluster)
                                                        .secret()
                                                        .name()
                                                + " besides, as ssl.truststore.location.")
                                .run(steps.script("add-user.sh payments")),
                        Step.titled("Make a topic").run(steps.tool("topics --create --topic orders --partitions 6")),
                        Step.titled("Allow the user to write and read it")
                                .run(steps.tool("acls --add --allow-principal User:payments --producer --consumer"
                                        + " --topic orders --group payments"))));
    }

    private Chapter moreBrokers() {
        int next = steps.firstBroker() + cluster.brokers();
        return new Chapter(
                "Add a broker",
                Role.isCombined(cluster)
                        ? "Brokers of a combined cluster vote too, so their number stays odd: make two steps of it."
                        : "It gets partitions of new topics. Those that exist stay where they are; to move some, use"
                                + " kafka-reassign-partitions.sh.",
                Plan.of(
                        Step.titled("Start broker " + next)
                                .run(steps.brokers().scale(cluster.brokers() + 1))
                                .run(steps.brokers().rolledOut()),
                        steps.say("brokers(" + (cluster.brokers() + 1) + ")")));
    }

    private Chapter fewerBrokers() {
        int last = steps.firstBroker() + cluster.brokers() - 1;
        return new Chapter(
                "Remove a broker",
                "Only the one with the highest ordinal can go, and only while as many stay as a topic has copies.",
                plan(Stream.of(
                        steps.removeBroker(last, cluster.brokers() - 1),
                        List.of(steps.say("brokers(" + (cluster.brokers() - 1) + ")")))));
    }

    private Chapter moreControllers() {
        int now = Role.CONTROLLER.nodes(cluster);
        return new Chapter(
                "Add two controllers",
                "Only in a sealed cluster. One after the other; each joins by itself when it has caught up.",
                Plan.of(
                        steps.addController(now),
                        steps.addController(now + 1),
                        steps.say("controllers(" + (now + 2) + ")")));
    }

    private Chapter fewerControllers() {
        int now = Role.CONTROLLER.nodes(cluster);
        return new Chapter(
                "Remove two controllers",
                "One after the other.",
                plan(Stream.of(
                        steps.removeController(now - 1),
                        steps.removeController(now - 2),
                        List.of(steps.say("controllers(" + (now - 2) + ")")))));
    }

    private static Plan plan(Stream<List<Step>> parts) {
        return Plan.of(parts.flatMap(List::stream).toList());
    }

    private Chapter replace() {
        Plan plan = Role.isCombined(cluster)
                ? Plan.of(steps.replace(Role.COMBINED))
                : Plan.of(steps.replace(Role.CONTROLLER), steps.replace(Role.BROKER));
        return new Chapter(
                "Replace a member that has lost its disk",
                "Only in a sealed cluster, and one member at a time: the others must be well.",
                plan);
    }

    private Chapter renew() {
        return new Chapter(
                "Renew the certificate",
                "Members read the Secret `" + KafkaNames.tls(cluster).secret().name()
                        + "` when they start, so what is renewed there, by cert-manager or by hand, takes a restart of all, one by"
                        + " one, before the old certificate ends. No client loses an acknowledged record by it.",
                Plan.of(everywhere(Step.titled("Restart all members, the controllers first"))));
    }

    private Chapter authority() {
        String secret = KafkaNames.tls(cluster).secret().name();
        Step both = Step.titled("Trust both authorities")
                .because("The new one is in `new-ca.crt`. Clients, too, must trust both before the next step.")
                .run(steps.kubectl().trustBoth(secret, "both-ca.crt"));
        Step certificate = Step.titled("Show a certificate of the new one")
                .because("From the files `tls.crt` and `tls.key`.")
                .run(steps.kubectl().putIntoSecret(secret, "tls.crt", "tls.crt", "tls.key", "tls.key"));
        Step alone = Step.titled("Trust the new one alone")
                .run(steps.kubectl().putIntoSecret(secret, "ca.crt", "new-ca.crt"));
        return new Chapter(
                "Change the authority",
                "In three rounds, so that nobody ever meets a certificate that he does not trust. Who else writes the Secret, such as"
                        + " cert-manager, must write the same.",
                Plan.of(everywhere(both), everywhere(certificate), everywhere(alone)));
    }

    /** With a restart of all members at its end. */
    private Step everywhere(Step step) {
        Step restarted = step;
        if (!Role.isCombined(cluster)) {
            restarted = restarted
                    .run(steps.controllers().restart())
                    .run(steps.controllers().rolledOut());
        }
        return restarted
                .run(steps.brokers().restart())
                .run(steps.brokers().rolledOut())
                .until(steps.script("in-sync.sh"));
    }

    private Chapter upgrade() {
        String line = KafkaVersion.metadata(cluster);
        Step controllers = Step.titled("Bring the controllers to the new version")
                .because("Render it with version(…) of the new release and metadata(\"" + line
                        + "\"), so that a way back stays open.")
                .run(steps.kubectl()
                        .say("apply -f " + file + " -l " + steps.controllers().selector()))
                .run(steps.controllers().rolledOut());
        Step brokers = Step.titled("Bring the brokers to the new version")
                .run(steps.kubectl().say("apply -f " + file))
                .run(steps.brokers().rolledOut())
                .until(steps.script("in-sync.sh"));
        Step finish = Step.titled("Finalise the new metadata")
                .because("After this there is no way back. The first command prints what is in force and what the nodes"
                        + " support; the release is two numbers, such as " + line + ".")
                .run(steps.tool("features describe"))
                .run(steps.tool("features upgrade --release-version <release>"));
        Step follow = Step.titled("Leave out metadata(…) and apply it")
                .because("From then on new disks have the new format too.")
                .run(steps.kubectl().say("apply -f " + file));
        return new Chapter(
                "Upgrade",
                "One release line after the other. Members restart one by one.",
                Role.isCombined(cluster)
                        ? Plan.of(brokers, finish, follow)
                        : Plan.of(controllers, brokers, finish, follow));
    }

    private Chapter restore() {
        return new Chapter(
                "Restore",
                "Copies on three brokers are no backup: what is deleted is deleted on all. For that, mirror topics to another"
                        + " cluster. Deleting the sets keeps the claims, and the claims hold everything.",
                Plan.of(
                        Step.titled("See that the claims are there")
                                .run(steps.kubectl().say("get pvc")),
                        Step.titled("Apply the sealed manifest")
                                .because("Unsealed, a controller whose disk is empty would vote.")
                                .run(steps.kubectl().say("apply -f " + file))
                                .until(steps.voters(steps.controllerIds()))));
    }
}
