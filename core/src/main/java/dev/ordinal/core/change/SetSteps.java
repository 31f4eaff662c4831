package dev.ordinal.core.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one StatefulSet needs beside being applied. */
final class SetSteps {
    private final Update set;
    private final Kubectl kubectl;
    private final String name;

    SetSteps(Update set) {
        this.set = set;
        this.kubectl = Kubectl.of(set.ref());
        this.name = Kubectl.word(set.ref().name());
    }

    /** Whether {@code kubectl rollout status} has something to wait for. */
    static boolean rolls(Update set) {
        return set.changes("spec")
                && !isOnDelete(set)
                && RolloutCanGoOn.stuckPod(set).isEmpty();
    }

    /** Whether one pod can have the new template before the others. */
    static boolean canTryOne(Update set) {
        return set.changes("spec.template")
                && !Planner.isRefused(set)
                && !isOnDelete(set)
                && !set.changes("spec.replicas")
                && set.result().at("spec", "updateStrategy", "rollingUpdate").number("partition", 0) == 0
                && replicas(set.result()) > 1;
    }

    private static boolean isOnDelete(Update set) {
        return set.result().at("spec", "updateStrategy").text("type").equals("OnDelete");
    }

    String rolledOut() {
        return kubectl.rolledOut();
    }

    /** What must be done while the old set stands. */
    List<Step> before() {
        List<Step> steps = new ArrayList<>();
        Claims.kept(set).filter(claims -> claims.growth() > 0).forEach(claims -> steps.addAll(grown(claims)));
        if (Planner.isRefused(set)) {
            steps.add(orphaned());
            Map<String, String> labels = newLabels();
            if (!labels.isEmpty()) {
                steps.add(labelled(labels));
            }
        }
        return steps;
    }

    /** What is left to do once the new set stands. */
    List<Step> after() {
        List<Step> steps = new ArrayList<>();
        RolloutCanGoOn.stuckPod(set).ifPresent(pod -> steps.add(unblocked(pod)));
        if (isOnDelete(set) && set.changes("spec.template")) {
            for (long index = replicas(set.result()) - 1; index >= 0; index--) {
                steps.add(replaced(Changed.pod(set.ref(), set.result(), index)));
            }
        } else if (set.changes("spec.serviceName") && !set.changes("spec.template")) {
            steps.add(Step.titled("Restart the pods of " + name)
                    .because("Each pod keeps the name that it got from the old headless Service until it is replaced.")
                    .run(kubectl.say("rollout restart", ""))
                    .until(kubectl.rolledOut()));
        }
        return steps;
    }

    private List<Step> grown(Claims claims) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.titled("See that the volumes can grow")
                .because("A storage class must allow it; otherwise the size can only be had with new claims.")
                .run("test \"$(kubectl get storageclass " + storageClass(claims)
                        + " -o jsonpath='{.allowVolumeExpansion}')\" = true"));
        claims.made().forEach(claim -> steps.add(grown(claims, Kubectl.word(claim))));
        return steps;
    }

    private String storageClass(Claims claims) {
        String claim = claims.made().isEmpty() ? "" : Kubectl.word(claims.made().get(0));
        return claims.storageClassBefore().isEmpty()
                ? "\"$(" + kubectl.say("get pvc " + claim + " -o jsonpath='{.spec.storageClassName}'") + ")\""
                : Kubectl.word(claims.storageClassBefore());
    }

    private Step grown(Claims claims, String claim) {
        String state = kubectl.say(
                "get pvc " + claim + " -o jsonpath='{.status.capacity.storage} {.status.conditions[*].type}'");
        return Step.titled("Grow claim " + claim + " to " + claims.size())
                .because("The controller never changes a claim that exists. A driver that cannot grow a mounted file"
                        + " system goes on when the pod is deleted and comes back.")
                .run(kubectl.say("patch pvc " + claim + " --type merge -p '{\"spec\":{\"resources\":{\"requests\":"
                        + "{\"storage\":\"" + claims.size() + "\"}}}}'"))
                .until(state + " | grep -vqE '^(" + claims.sizeBefore() + ")? |Resiz'");
    }

    private Step orphaned() {
        return Step.titled("Delete the set " + name + ", but not its pods")
                .because(
                        "What changes in it cannot be changed in place. The pods run on, and the new set takes them over;"
                                + " until then nobody replaces one that fails.")
                .run(kubectl.say("delete", "--cascade=orphan --ignore-not-found"))
                .until("! " + kubectl.say("get", ">/dev/null 2>&1"));
    }

    /** The labels of the new selector that the running pods do not carry. */
    private Map<String, String> newLabels() {
        Tree has = set.running().at("spec", "template", "metadata", "labels");
        Map<String, String> labels = new LinkedHashMap<>();
        set.result().at("spec", "selector", "matchLabels").map().forEach((key, value) -> {
            if (!String.valueOf(value).equals(has.text(key))) {
                labels.put(key, String.valueOf(value));
            }
        });
        return labels;
    }

    private Step labelled(Map<String, String> labels) {
        String words = labels.entrySet().stream()
                .map(label -> Kubectl.word(label.getKey() + "=" + label.getValue()))
                .collect(Collectors.joining(" "));
        return Step.titled("Give the pods the labels of the new selector")
                .because("The new set takes over only pods that it selects; it cannot make others of the same names.")
                .run(kubectl.say("label pods " + pods() + " " + words + " --overwrite"));
    }

    private String pods() {
        List<String> pods = new ArrayList<>();
        for (long index = 0; index < Math.min(1000, replicas(set.running())); index++) {
            pods.add(Kubectl.word(Changed.pod(set.ref(), set.running(), index)));
        }
        return String.join(" ", pods);
    }

    private Step unblocked(String pod) {
        return Step.titled("Delete the pod " + pod + ", which never got ready")
                .because("The controller waits for it before it does anything else, and makes it anew from the new"
                        + " template once it is gone.")
                .run(kubectl.say("delete pod " + Kubectl.word(pod)))
                .until(kubectl.rolledOut());
    }

    /** Until the pod is of the new revision and ready. */
    private Step replaced(String pod) {
        String word = Kubectl.word(pod);
        return Step.titled("Delete the pod " + pod)
                .because("The set is updated OnDelete: a pod gets the new template when somebody deletes it.")
                .run(kubectl.say("delete pod " + word))
                .until("[ \"$("
                        + kubectl.say("get pod " + word + " -o jsonpath='{.metadata.labels.controller-revision-hash}'")
                        + ")\" = \"$(" + kubectl.say("get", "-o jsonpath='{.status.updateRevision}'") + ")\" ] && "
                        + kubectl.say("wait pod/" + word + " --for=condition=Ready --timeout=10m"));
    }

    Step holdBack() {
        long last = replicas(set.result()) - 1;
        return Step.titled("Hold all pods of " + name + " but the last back")
                .because("A partition keeps the old template for the ordinals below it.")
                .run(partition(last));
    }

    Step goOn() {
        String last = Changed.pod(set.ref(), set.result(), replicas(set.result()) - 1);
        return Step.titled("Let the other pods of " + name + " follow")
                .because("Look at " + last
                        + " first: its log, its part in the cluster, what its clients see. To go back,"
                        + " apply the old manifest instead.")
                .run(partition(0))
                .until(kubectl.rolledOut());
    }

    private String partition(long number) {
        return kubectl.say(
                "patch",
                "--type merge -p '{\"spec\":{\"updateStrategy\":{\"type\":\"RollingUpdate\",\"rollingUpdate\":"
                        + "{\"partition\":" + number + "}}}}'");
    }

    private static long replicas(Tree set) {
        return set.field("spec").number("replicas", 1);
    }
}
