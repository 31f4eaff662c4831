package dev.ordinal.presets.mongodb;

import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.Step;
import java.util.Optional;

/**
 * Commands on a running set. They go through the agent of the first member, which has root's password as a file.
 *
 * @param kubectl {@code kubectl} with the namespace
 * @param name the StatefulSet's name
 */
record MongoCommands(String kubectl, String name) {
    private static final String HAS_THE_DATA = "m.stateStr === \"PRIMARY\" || m.stateStr === \"SECONDARY\"";

    static MongoCommands of(PresetChange change) {
        return of(Optional.ofNullable(change.set().namespace()), change.set().name());
    }

    static MongoCommands of(Optional<String> namespace, String name) {
        return new MongoCommands(
                "kubectl" + namespace.map(space -> " -n " + space).orElse(""), name);
    }

    /** A command in an agent. */
    String inAgent(String options, String command) {
        return kubectl + " exec " + options + name + "-0 -c " + MongoRenderer.AGENT + " -- " + command;
    }

    /** JavaScript as root on the primary; it prints its last value. */
    String ask(String script) {
        return inAgent("", "mongosh --nodb --quiet --eval '" + "load(\"/scripts/login.js\"); " + script + "'");
    }

    String members() {
        return ask(
                "db.adminCommand({replSetGetStatus: 1}).members.map((m) => m.name + \" \" + m.stateStr).join(\"\\n\")");
    }

    /** Succeeds if root's password in the Secret is the one that the set has. */
    String rootGetsIn() {
        return ask("db.adminCommand({replSetGetStatus: 1}).ok") + " | grep -q '^1$'";
    }

    /** Succeeds if so many members have the data, without the one of that pod. */
    String othersHaveTheData(String pod, int members) {
        return ask(all("!m.name.startsWith(\"" + pod + ".\") && (" + HAS_THE_DATA + ")")) + " | grep -q '^" + members
                + "$'";
    }

    Step featureVersionIs(String series) {
        return Step.titled("See that the feature version is " + series)
                .because("A server of the next series does not start on data that is older or newer than that.")
                .until(featureVersion() + " | grep -q '" + series.replace(".", "\\.") + "'");
    }

    String featureVersion() {
        return ask(
                "db.adminCommand({getParameter: 1, featureCompatibilityVersion: 1}).featureCompatibilityVersion.version");
    }

    Step raiseFeatureVersion(String series) {
        return Step.titled("Raise the feature version")
                .because(
                        "Only after some days of quiet: until then the old series can be put back, afterwards no more.")
                .run(ask("db.adminCommand({setFeatureCompatibilityVersion: \"" + series + "\", confirm: true}).ok"))
                .until(featureVersion() + " | grep -q '" + series.replace(".", "\\.") + "'");
    }

    /** The list in its ConfigMap with its last lines cut off, as the agents read it; one that could not be read is not written. */
    Step shrinkList(int size) {
        String map = name + "-cluster";
        return Step.titled("Take the members with the highest ordinals off the list")
                .because(
                        "The agent of the primary lets go of them one by one; were their pods to end first, dead members would"
                                + " count for the majority.")
                .run(kubectl + " get configmap " + map + " -o jsonpath='{.data.members}' | head -n " + size
                        + " > members\n[ \"$(grep -c . members)\" -eq " + size + " ] &&\n  " + kubectl
                        + " create configmap " + map
                        + " --from-file=members --dry-run=client -o jsonpath='{\"{\"}\"data\":"
                        + "{.data}{\"}\"}' > members.json &&\n  " + kubectl
                        + " patch configmap " + map + " --type merge --patch-file members.json")
                .until(size(size));
    }

    Step awaitMembers(int size) {
        return Step.titled("Wait until the new members have the data")
                .because("Each is let in without a vote, copies all data, and gets its vote then.")
                .until(ask(all(HAS_THE_DATA)) + " | grep -q '^" + size + "$'");
    }

    private String size(int size) {
        return ask(all("true")) + " | grep -q '^" + size + "$'";
    }

    private static String all(String condition) {
        return "db.adminCommand({replSetGetStatus: 1}).members.filter((m) => " + condition + ").length";
    }
}
