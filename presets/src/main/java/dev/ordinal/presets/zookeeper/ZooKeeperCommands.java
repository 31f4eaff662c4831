package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.Step;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Commands on a running ensemble.
 *
 * @param kubectl {@code kubectl} with the namespace
 * @param name the StatefulSet's name
 */
record ZooKeeperCommands(String kubectl, String name) {
    /** Why all members stop when their list changes. */
    static final String TWO_LISTS =
            "A change of the list of members must meet no running member: while two lists are live there can be two leaders.";

    static ZooKeeperCommands of(PresetChange change) {
        return of(Optional.ofNullable(change.set().namespace()), change.set().name());
    }

    static ZooKeeperCommands of(Optional<String> namespace, String name) {
        return new ZooKeeperCommands(
                "kubectl" + namespace.map(space -> " -n " + space).orElse(""), name);
    }

    /** What one member answers to a word of four letters. */
    String ask(String pod, String word) {
        return exec(
                pod,
                "bash -c 'exec 3<>/dev/tcp/localhost/" + ZooKeeperRenderer.CLIENT.number() + " && printf " + word
                        + " >&3 && cat <&3'");
    }

    /** A loop that asks every member. */
    String askAll(int members, String word) {
        return forEach(members) + ask(eachPod(), word);
    }

    /** The whole loop, with a command in which {@link #eachPod} stands for a member. */
    String forAll(int members, String command) {
        return forEach(members) + command + "; done";
    }

    String pod(int ordinal) {
        return name + "-" + ordinal;
    }

    String eachPod() {
        return name + "-$i";
    }

    private static String forEach(int members) {
        String ordinals =
                IntStream.rangeClosed(1, members).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        return "for i in " + ordinals + "; do ";
    }

    /** A command beside the server of a member. */
    String exec(String pod, String command) {
        return kubectl + " exec " + pod + " -c zookeeper -- " + command;
    }

    /** Words of the command line, run as the administrator beside a server. */
    String cli(String pod, String words) {
        return exec(pod, "sh /conf/cli.sh" + words);
    }

    String scale(int replicas) {
        return kubectl + " scale statefulset " + name + " --replicas=" + replicas;
    }

    String deleteClaims(String names) {
        return kubectl + " delete pvc " + names + " --ignore-not-found";
    }

    /** Of these, those that there are. */
    String claimNames(String names) {
        return kubectl + " get pvc " + names + " --ignore-not-found -o name";
    }

    /** Those that still end, too. */
    String podNames() {
        return kubectl + " get pods -l app.kubernetes.io/name=" + name + " -o name";
    }

    Step allServe(int members) {
        return Step.titled("See that all " + members + " members serve and one of them leads")
                .because("Each says in which mode it is only while it belongs to a majority.")
                .run(askAll(members, "srvr") + " | grep '^Mode: '; done")
                .until(kubectl + " wait pod -l app.kubernetes.io/name=" + name + " --for=condition=Ready --timeout=5s");
    }

    Step stopAll(String why) {
        return Step.titled("Stop all members")
                .because(why)
                .run(scale(0))
                .until("pods=\"$(" + podNames() + ")\" && [ -z \"$pods\" ]");
    }
}
