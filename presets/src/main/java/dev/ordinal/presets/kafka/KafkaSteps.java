package dev.ordinal.presets.kafka;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.part.Kubectl;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Commands on a cluster, run in its first broker. */
final class KafkaSteps {
    private final KafkaCluster cluster;
    private final StatefulApp brokers;
    private final StatefulApp controllers;

    KafkaSteps(KafkaCluster cluster) {
        this.cluster = cluster;
        this.brokers = Role.serving(cluster).bare(cluster);
        this.controllers = Role.voting(cluster).bare(cluster);
    }

    Kubectl kubectl() {
        return brokers();
    }

    Kubectl brokers() {
        return Kubectl.of(brokers);
    }

    Kubectl controllers() {
        return Kubectl.of(controllers);
    }

    int firstBroker() {
        return brokers.firstOrdinal();
    }

    String controllerIds() {
        return ids(controllers.replicas());
    }

    /** One of the scripts that every pod has. */
    String script(String line) {
        return brokers().exec(first(), "sh /etc/kafka/admin/" + line);
    }

    /** One of the tools of the image. */
    String tool(String line) {
        return script("kafka.sh " + line);
    }

    /** Succeeds if exactly these controllers vote. */
    String voters(String ids) {
        return script("voters.sh " + ids);
    }

    /** The same in Java, so that the next manifest agrees. */
    Step say(String words) {
        return Step.titled("Say " + words + " and apply it")
                .because("Otherwise the next manifest takes it back.")
                .run(kubectl().say("apply -f " + cluster.name() + ".yaml"));
    }

    Step addController(int id) {
        return Step.titled("Add controller " + id)
                .run(controllers().scale(id + 1))
                .until(voters(ids(id + 1)));
    }

    Step removeController(int id) {
        return Step.titled("Remove controller " + id)
                .because("Its claim goes too: the disk would bring back a voter that the others have struck off.")
                .run(controllers().scale(id))
                .run(kubectl().say("wait --for=delete pod/" + controllers.name() + "-" + id + " --timeout=5m"))
                .run(script("remove-controller.sh " + id))
                .run(kubectl().say("delete pvc " + member(controllers, id).claim("data")))
                .until(voters(ids(id)));
    }

    /** Which ones is for people to say: moving data is load, and some topics are worth it and some are not. */
    static Step shareOut() {
        return Step.titled("Move partitions to the new brokers, if the old ones have too many")
                .because("New brokers get partitions of new topics. Those that exist stay where they are;"
                        + " kafka-reassign-partitions.sh moves some.");
    }

    Step removeBroker(int id, int staying) {
        String others = IntStream.range(firstBroker(), firstBroker() + staying)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        return Step.titled("Remove broker " + id)
                .because("First everything that it holds moves to the others.")
                .run(script("drain-broker.sh " + id + " " + others))
                .run(brokers().scale(staying))
                .run(kubectl().say("wait --for=delete pod/" + brokers.name() + "-" + id + " --timeout=10m"))
                .run(script("forget-broker.sh " + id))
                .run(kubectl().say("delete pvc " + member(brokers, id).claim("data")))
                .until(script("in-sync.sh"));
    }

    Step replace(Role role) {
        StatefulApp app = role.bare(cluster);
        Member member = app.members().get(0);
        String check = role.isController() ? voters(controllerIds()) : script("in-sync.sh");
        return Step.titled("Replace " + member.pod() + ", or another " + (role.isBroker() ? "broker" : "controller"))
                .because(
                        role.isController()
                                ? "It comes back under its old id with a new disk, and the quorum takes it in its own place."
                                : "It copies everything that it held from the other brokers.")
                .run(kubectl().say("delete pvc " + member.claim("data") + " --wait=false"))
                .run(kubectl().say("delete pod " + member.pod()))
                .run(Kubectl.of(app).rolledOut())
                .until(check);
    }

    private Member first() {
        return member(brokers, firstBroker());
    }

    private static Member member(StatefulApp app, int ordinal) {
        return new Member(app.name(), app.namespace().orElse(null), app.name() + "-headless", ordinal);
    }

    private static String ids(int count) {
        List<String> ids = IntStream.range(0, count).mapToObj(String::valueOf).toList();
        return String.join(" ", ids);
    }
}
