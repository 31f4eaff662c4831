package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The steps of a change in their order: what must go before, the manifest itself, and what is left to do after. */
final class Planner {
    /** The wanted manifest, a file or a folder. */
    static final String WANTED = "\"${WANTED:-wanted.yaml}\"";

    /** Deleting these loses nothing that applying does not bring back. */
    private static final Set<String> REPLACEABLE = Set.of(
            "Service",
            "ConfigMap",
            "Secret",
            "Job",
            "RoleBinding",
            "ClusterRoleBinding",
            "Deployment",
            "DaemonSet",
            "StorageClass",
            "PriorityClass");

    private final Changed changed;
    private final List<ObjectChange> objects;
    private final List<Presets.Known> presets;

    private Planner(Changed changed, List<ObjectChange> objects) {
        this.changed = changed;
        this.objects = objects;
        this.presets = Presets.of(changed);
    }

    /** No steps if nothing changes, or if something is wrong that no step mends. */
    static Plan of(Changed changed, List<ObjectChange> objects, Report report) {
        boolean nothing = objects.isEmpty()
                && changed.updates().stream().allMatch(update -> update.parts().isEmpty());
        boolean hopeless = report.errors().stream().anyMatch(error -> changed.updates().stream()
                .noneMatch(update -> update.isMended(error, mends(update))));
        return nothing || hopeless ? Plan.of() : new Planner(changed, objects).plan();
    }

    private static boolean mends(Update update) {
        return update.ref().kind().equals("StatefulSet")
                || REPLACEABLE.contains(update.ref().kind());
    }

    private Plan plan() {
        List<Step> steps = new ArrayList<>();
        presets.forEach(known -> steps.addAll(known.preset().before(known.change())));
        sets().forEach(set -> steps.addAll(set.before()));
        changed.updates().stream()
                .filter(update -> !update.ref().kind().equals("StatefulSet") && isRefused(update))
                .forEach(update -> steps.add(replaced(update)));
        steps.add(apply());
        sets().forEach(set -> steps.addAll(set.after()));
        presets.forEach(known -> steps.addAll(known.preset().after(known.change())));
        objects.stream()
                .filter(object -> object.kind() != ObjectChange.Kind.APPEARS)
                .forEach(object -> steps.add(pruned(object)));
        return Plan.of(steps);
    }

    private List<SetSteps> sets() {
        return changed.sets().map(SetSteps::new).toList();
    }

    static boolean isRefused(Update update) {
        return update.changes().stream().anyMatch(field -> field.effect() == Effect.RECREATION_ONLY);
    }

    private Step apply() {
        Step step = Step.titled("Apply the wanted manifest").run(applied(changed));
        List<String> waits = new ArrayList<>();
        changed.sets()
                .filter(SetSteps::rolls)
                .forEach(set -> waits.add(Kubectl.of(set.ref()).rolledOut()));
        objects.stream()
                .filter(object -> object.kind() != ObjectChange.Kind.VANISHES
                        && object.object().kind().equals("StatefulSet"))
                .forEach(set -> waits.add(Kubectl.of(set.object()).rolledOut()));
        return waits.isEmpty() ? step : step.until(String.join(" && ", waits));
    }

    private static String applied(Changed changed) {
        return Kubectl.in(changed.unsaid().orElse(null)).say("apply -f " + WANTED);
    }

    private static Step replaced(Update update) {
        Kubectl kubectl = Kubectl.of(update.ref());
        String name = update.ref().kind() + " " + update.ref().name();
        return Step.titled("Delete " + name + ", to be created anew")
                .because("What changes in it cannot be changed in place. Until the next step it is missing.")
                .run(kubectl.say("delete", "--ignore-not-found --wait"))
                .until("! " + kubectl.say("get", ">/dev/null 2>&1"));
    }

    private static Step pruned(ObjectChange gone) {
        ObjectRef ref = gone.before();
        Kubectl kubectl = Kubectl.of(ref);
        String fate = gone.claims().isEmpty()
                ? ""
                : " Its claims " + Changed.some(gone.claims()) + (gone.claimsStay() ? " stay." : " go with it.");
        boolean claim = ref.kind().equals("PersistentVolumeClaim");
        return Step.titled("Delete " + ref.kind() + " " + ref.name() + (claim ? " and the data on it" : ""))
                .because("It is not in the wanted manifest." + fate)
                .run(kubectl.say("delete", "--ignore-not-found"))
                .until("! " + kubectl.say("get", ">/dev/null 2>&1"));
    }

    /** A roll-out of one pod first, and of the others once somebody has looked at it. */
    static Plan canary(Changed changed) {
        List<Step> steps = new ArrayList<>();
        List<SetSteps> sets =
                changed.sets().filter(SetSteps::canTryOne).map(SetSteps::new).toList();
        sets.forEach(set -> steps.add(set.holdBack()));
        if (!sets.isEmpty()) {
            steps.add(Step.titled("Apply the wanted manifest")
                    .because("Only the pod with the highest ordinal is replaced.")
                    .run(applied(changed))
                    .until(String.join(
                            " && ", sets.stream().map(SetSteps::rolledOut).toList())));
        }
        sets.forEach(set -> steps.add(set.goOn()));
        return Plan.of(steps);
    }
}
