package dev.ordinal.core.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one StatefulSet needs beside being applied. */
final class SetSteps {
    /** How {@code kubectl label} is told to take a label away; no label has this value. */
    private static final String GONE = "-";

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
                && missingVolumes(set).isEmpty()
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
        List<String> missing = missingVolumes(set);
        if (!missing.isEmpty()) {
            String volumes = (missing.size() > 1 ? "volumes " : "volume ") + String.join(", ", missing);
            podsThatStay()
                    .forEach(pod -> steps.add(replaced(
                            pod,
                            "It has no " + volumes
                                    + ", and a pod that exists can be given none: the controller stops at it"
                                    + " and does nothing for the pods after it.")));
        } else if (isOnDelete(set) && set.changes("spec.template")) {
            for (long index = replicas(set.result()) - 1; index >= 0; index--) {
                steps.add(replaced(
                        Changed.pod(set.ref(), set.result(), index),
                        "The set is updated OnDelete: a pod gets the new template when somebody deletes it."));
            }
        } else if (set.changes("spec.serviceName") && !set.changes("spec.template")) {
            steps.add(Step.titled("Restart the pods of " + name)
                    .because("Each pod keeps the name that it got from the old headless Service until it is replaced.")
                    .run(kubectl.say("rollout restart", ""))
                    .until(kubectl.rolledOut()));
        }
        return steps;
    }

    /** The claim templates for which the running pods have no volume. */
    private static List<String> missingVolumes(Update set) {
        List<String> names = claimTemplates(set.result());
        names.removeAll(claimTemplates(set.running()));
        return names;
    }

    private static List<String> claimTemplates(Tree set) {
        List<String> names = new ArrayList<>();
        set.field("spec")
                .each(
                        "volumeClaimTemplates",
                        template -> names.add(
                                Kubectl.word(template.field("metadata").text("name"))));
        return names;
    }

    /** The pods that are there before and after, from the first on. */
    private List<String> podsThatStay() {
        List<String> before = pods(set.running());
        return pods(set.result()).stream().filter(before::contains).toList();
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

    /** What the running pods need to be selected: labels of the new template that they do not carry. */
    private Map<String, String> newLabels() {
        Tree has = set.running().at("spec", "template", "metadata", "labels");
        Tree gets = set.result().at("spec", "template", "metadata", "labels");
        Tree selector = set.result().at("spec", "selector");
        Map<String, String> labels = new LinkedHashMap<>();
        selector.field("matchLabels").map().forEach((key, value) -> {
            if (!String.valueOf(value).equals(has.text(key))) {
                labels.put(key, String.valueOf(value));
            }
        });
        for (Tree expression : selector.each("matchExpressions")) {
            String key = expression.text("key");
            boolean oneOf = expression.get("values") instanceof List<?> values && values.contains(has.text(key));
            boolean selected =
                    switch (expression.text("operator")) {
                        case "In" -> has.has(key) && oneOf;
                        case "NotIn" -> !has.has(key) || !oneOf;
                        case "Exists" -> has.has(key);
                        default -> !has.has(key);
                    };
            if (!selected) {
                labels.put(key, gets.has(key) ? gets.text(key) : GONE);
            }
        }
        return labels;
    }

    private Step labelled(Map<String, String> labels) {
        String words = labels.entrySet().stream()
                .map(label ->
                        Kubectl.word(label.getKey() + (label.getValue().equals(GONE) ? GONE : "=" + label.getValue())))
                .collect(Collectors.joining(" "));
        return Step.titled("Give the pods the labels of the new selector")
                .because("The new set takes over only pods that it selects; it cannot make others of the same names.")
                .run(kubectl.say("label pods "
                        + String.join(
                                " ",
                                pods(set.running()).stream().map(Kubectl::word).toList())
                        + " " + words + " --overwrite"));
    }

    private List<String> pods(Tree object) {
        List<String> pods = new ArrayList<>();
        for (long index = 0; index < Math.min(1000, replicas(object)); index++) {
            pods.add(Changed.pod(set.ref(), object, index));
        }
        return pods;
    }

    private Step unblocked(String pod) {
        return Step.titled("Delete the pod " + pod + ", which never got ready")
                .because("The controller waits for it before it does anything else, and makes it anew from the new"
                        + " template once it is gone.")
                .run(kubectl.say("delete pod " + Kubectl.word(pod)))
                .until(kubectl.rolledOut());
    }

    /** Until the pod is of the new revision and ready. */
    private Step replaced(String pod, String why) {
        String word = Kubectl.word(pod);
        return Step.titled("Delete the pod " + pod)
                .because(why)
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
