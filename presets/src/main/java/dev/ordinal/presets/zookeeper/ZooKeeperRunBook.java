package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.part.Troubleshooting;
import java.util.List;
import java.util.stream.Stream;

/** The page that goes with one ensemble. */
final class ZooKeeperRunBook {
    private static final int MOST_MEMBERS = 7;

    private final ZooKeeperEnsemble ensemble;
    private final StatefulApp app;
    private final Kubectl kubectl;
    private final ZooKeeperCommands commands;
    private final ClientsRunBook clients;
    private final List<Member> members;

    private ZooKeeperRunBook(ZooKeeperEnsemble ensemble) {
        this.ensemble = ensemble;
        this.app = ensemble.app();
        this.kubectl = Kubectl.of(app);
        this.commands = ZooKeeperCommands.of(ensemble.namespace().name(), ensemble.name());
        this.clients = new ClientsRunBook(ensemble, kubectl, commands);
        this.members = app.members();
    }

    static RunBook of(ZooKeeperEnsemble ensemble) {
        return new ZooKeeperRunBook(ensemble).page();
    }

    private RunBook page() {
        int more = Math.min(MOST_MEMBERS, members.size() + 2);
        int fewer = Math.max(1, members.size() - 2);
        return RunBook.titled(
                        "Ensemble " + ensemble.name(),
                        "ZooKeeper " + ensemble.version().number() + ", " + members.size()
                                + " members. The manifest is meant to be in `" + ensemble.name() + ".yaml`.")
                .chapter("First start", "", firstStart())
                .chapter("Seal it", "Once all members are ready. No pod restarts.", seal())
                .chapter(clients.connect())
                .chapter("Scale up", offline(more), steps(more))
                .chapter("Scale down", offline(fewer), steps(fewer))
                .chapter("Replace a member", replaceText(), replace(), commands.allServe(members.size()))
                .chapters(clients.passwords())
                .chapters(certificates())
                .chapter("Upgrade", "Change `version` and apply: the members roll from the last to the first.", roll())
                .chapter("Restore", restoreText(), letIn(), sealAgain())
                .chapter(Troubleshooting.of(app, ensemble.namespace().clusterDomain()));
    }

    private List<RunBook.Chapter> certificates() {
        return ensemble.tls()
                .map(tls -> new CertificatesRunBook(tls.secret().name(), kubectl, commands, members.size()).chapters())
                .orElse(List.of());
    }

    private Step[] firstStart() {
        return Stream.of(clients.secrets().stream(), Stream.of(start(), commands.allServe(members.size())))
                .flatMap(steps -> steps)
                .toArray(Step[]::new);
    }

    private Step start() {
        return Step.titled("Apply the manifest")
                .because("All members start at once, with empty disks, and are allowed to begin.")
                .run(apply())
                .until(kubectl.rolledOut());
    }

    private Step seal() {
        return Step.titled("Render it with sealed(), and apply")
                .because("From then on a member with an empty disk copies the data of the others before it may vote.")
                .run(apply())
                .until(kubectl.say("get configmap " + ensemble.name() + "-phase -o jsonpath='{.data.phase}'")
                        + " | grep -q SEALED");
    }

    private String offline(int size) {
        if (size == members.size()) {
            return size == 1 ? "One member is the least." : "More than seven members are slower and hardly safer.";
        }
        String safe = members.size() >= size / 2 + 1
                ? "Sealed only."
                : "Not possible in one go: " + members.size() + " is no majority of " + size + ".";
        String first = size < members.size() ? " Those that go stop first, while the old list holds." : "";
        return "To " + (size == 1 ? "one member" : size + " members") + ", with all of them stopped in between." + first
                + " " + safe
                + " Never by a rolling update: two lists of members would be live, and there could be two leaders.";
    }

    private Step[] steps(int size) {
        if (size == members.size()) {
            return new Step[0];
        }
        String words = "members(" + size + ")" + (size == 1 ? ".development()" : "");
        Step bring = Step.titled("Render it with " + words + ".sealed(), and apply")
                .because("It brings the new list and starts all members.")
                .run(apply())
                .until(kubectl.rolledOut());
        return Stream.of(
                        Stream.of(commands.allServe(members.size())),
                        new OtherMembers(commands, members.size(), size).steps().stream(),
                        Stream.of(commands.stopAll(ZooKeeperCommands.TWO_LISTS), bring))
                .flatMap(steps -> steps)
                .toArray(Step[]::new);
    }

    private String replaceText() {
        return "When a disk or its node is lost for good, in a sealed ensemble. It comes back empty, copies the data, and votes"
                + " then. Never do it for two members at a time.";
    }

    private Step replace() {
        Member last = members.get(members.size() - 1);
        String claims = last.claim("data") + (ensemble.logStorage().isPresent() ? " " + last.claim("log") : "");
        return Step.titled("Delete the claims and the pod, here of " + last.pod())
                .run(kubectl.say("delete pvc " + claims + " --wait=false"))
                .run(kubectl.say("delete pod " + last.pod()))
                .until(kubectl.say("wait pod " + last.pod() + " --for=condition=Ready --timeout=5s"));
    }

    private Step roll() {
        return Step.titled("Render the new version, and apply").run(apply()).until(kubectl.rolledOut());
    }

    private String restoreText() {
        return "When a majority has lost its disks and the others have the data: a sealed ensemble waits for you, because blank"
                + " members have no vote. Let in one at a time, beside those that have the data, until they are a majority."
                + " (Volumes that are restored from snapshots: restore a majority of the same moment, and start all.)";
    }

    private Step letIn() {
        return Step.titled("Render it without sealed(), apply, and let in one blank member")
                .because(
                        "Only one, and only while a member with the data runs: two blank ones could elect one of themselves.")
                .run(apply())
                .run(kubectl.say("delete pod <one blank member>"))
                .until(kubectl.say("wait pod <one blank member> --for=condition=Ready --timeout=5s"));
    }

    private Step sealAgain() {
        return Step.titled("Render it with sealed() again, apply, and let in the others")
                .run(apply())
                .run(kubectl.say("delete pod <the other blank members>"))
                .until(kubectl.rolledOut());
    }

    private String apply() {
        return kubectl.say("apply -f " + ensemble.name() + ".yaml");
    }
}
