package dev.ordinal.presets.part;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.ClaimVolume;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.VolumeSpec;
import dev.ordinal.presets.part.RunBook.Chapter;
import java.util.List;
import java.util.stream.Collectors;

/** Where to look when members do not come up, from the set down to the log: the same order for every app. */
public final class Troubleshooting {
    private Troubleshooting() {}

    /** The chapter for one app in a cluster of that domain. */
    public static Chapter of(StatefulApp app, String domain) {
        return new Chapter(
                "When " + app.name() + " does not come up",
                "From the outside in; each step rules out one cause.",
                Plan.of(set(app), service(app), names(app, domain), claims(app), logs(app)));
    }

    private static Step set(StatefulApp app) {
        Kubectl kubectl = Kubectl.of(app);
        return Step.titled("Look at the set and its pods")
                .because(
                        "No pod at all: the events of the set say why (quota, an admission webhook, a missing account)."
                                + " A pod that is Pending: its own events say why (no node fits, a claim is not bound).")
                .run(kubectl.say("get statefulset " + app.name() + " -o wide"))
                .run(kubectl.say("describe statefulset " + app.name()))
                .run(kubectl.say("get pods -l " + kubectl.selector() + " -o wide"))
                .run(kubectl.say("describe pods -l " + kubectl.selector()));
    }

    private static Step service(StatefulApp app) {
        Kubectl kubectl = Kubectl.of(app);
        String headless = app.members().get(0).service();
        return Step.titled("Look at the headless Service")
                .because("It names the pods. Its endpoints must list every running pod, ready or not; none at all means"
                        + " that the selector and the pods' labels differ.")
                .run(kubectl.say("get service " + headless + " -o wide"))
                .run(kubectl.say("get endpointslices -l kubernetes.io/service-name=" + headless + " -o wide"));
    }

    private static Step names(StatefulApp app, String domain) {
        String lookups =
                app.members().stream().map(member -> member.dns(domain)).collect(Collectors.joining(" "));
        return Step.titled("Resolve the members' names")
                .because(
                        "From a pod of its own, because an image of a database need not have the tools. A name that does"
                                + " not resolve although its pod runs: look at the cluster's DNS, then at network policies.")
                .run(Kubectl.of(app)
                        .say(new SmallPod("dns-" + app.name(), SmallPod.NOBODY)
                                .thatTells("sh", "-c", "for name in " + lookups + "; do nslookup $name; done")));
    }

    private static Step claims(StatefulApp app) {
        Kubectl kubectl = Kubectl.of(app);
        String claims = app.members().stream()
                .flatMap(member -> templates(app).stream().map(member::claim))
                .collect(Collectors.joining(" "));
        return claims.isEmpty()
                ? Step.titled("Skip the claims").because("This app has none.")
                : Step.titled("Look at the claims")
                        .because(
                                "Every claim must be Bound. Pending: the storage class is missing, or its volumes are of"
                                        + " another zone than the nodes that are free.")
                        .run(kubectl.say("get pvc " + claims))
                        .run(kubectl.say("describe pvc " + claims));
    }

    private static Step logs(StatefulApp app) {
        Kubectl kubectl = Kubectl.of(app);
        Step step = Step.titled("Read the logs")
                .because("The log before the last restart tells more than the one after it.");
        for (Member member : app.members()) {
            step = step.run(kubectl.say("logs " + member.pod() + " --all-containers --prefix --tail=100"));
        }
        Member first = app.members().get(0);
        return step.run(kubectl.say(
                "logs " + first.pod() + " -c " + app.containers().get(0).name() + " --previous --tail=100"));
    }

    private static List<String> templates(StatefulApp app) {
        return app.volumes()
                .filter(volume -> volume instanceof ClaimVolume)
                .map(VolumeSpec::name)
                .toList();
    }
}
