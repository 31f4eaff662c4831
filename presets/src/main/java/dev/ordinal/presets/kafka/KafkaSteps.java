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

    /** Each with a check that must succeed before the next, so that no disk goes while its data are needed. */
    List<Step> removeController(int id) {
        return List.of(
                Step.titled("Stop controller " + id)
                        .because("It would join again by itself while it runs.")
                        .run(controllers().scale(id))
                        .until(stopped(controllers, id, "5m")),
                Step.titled("Take controller " + id + " out of the quorum")
                        .run(script("remove-controller.sh " + id))
                        .until(voters(ids(id))),
                Step.titled("Delete the disk of controller " + id)
                        .because("It would bring back a voter that the others have struck off.")
                        .run(deleteDisk(controllers, id)));
    }

    /** Which ones is for people to say: moving data is load, and some topics are worth it and some are not. */
    static Step shareOut() {
        return Step.titled("Move partitions to the new brokers, if the old ones have too many")
                .because("New brokers get partitions of new topics. Those that exist stay where they are;"
                        + " kafka-reassign-partitions.sh moves some.");
    }

    /** As with a controller. Once struck off it is given nothing more, so what is seen then is true to the end. */
    List<Step> removeBroker(int id, int staying) {
        String others = IntStream.range(firstBroker(), firstBroker() + staying)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        String holdsNothing = script("holds-nothing.sh " + id);
        return List.of(
                Step.titled("Move what broker " + id + " holds to the others")
                        .because(
                                KafkaVersion.knowsCordons(KafkaVersion.metadata(cluster))
                                        ? "From then on it is given no new partitions."
                                        : "Let nobody make a topic until its disk is deleted: before the metadata of 4.3 it may be"
                                                + " given copies of new ones. If it still holds some when it is struck off, its"
                                                + " disk has them: start it again ("
                                                + brokers().scale(staying + 1)
                                                + ") and begin anew.")
                        .run(script("drain-broker.sh " + id + " " + others))
                        .until(holdsNothing),
                Step.titled("Stop broker " + id).run(brokers().scale(staying)).until(stopped(brokers, id, "10m")),
                Step.titled("Strike broker " + id + " off the list of members")
                        .run(script("forget-broker.sh " + id))
                        .until(holdsNothing + " && " + script("in-sync.sh")),
                Step.titled("Delete the disk of broker " + id).run(deleteDisk(brokers, id)));
    }

    private String stopped(StatefulApp app, int id, String limit) {
        return kubectl().say("wait --for=delete pod/" + member(app, id).pod() + " --timeout=" + limit);
    }

    private String deleteDisk(StatefulApp app, int id) {
        return kubectl().say("delete pvc " + member(app, id).claim("data"));
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
