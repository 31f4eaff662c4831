package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.rollout.Rollout;
import dev.ordinal.core.yaml.Document;
import dev.ordinal.core.yaml.StrictReader;
import dev.ordinal.core.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the controller will do with the pods of one set when the change is applied, starting from all pods ready.
 *
 * @param set the set
 * @param before how many members run
 * @param members how many members are wanted
 * @param podLabels the labels of the wanted pods
 * @param rollout the steps, from the change on; more can be tried on it, such as a pod that never gets ready
 */
public record Rehearsal(
        ObjectRef set, int before, int members, Map<String, @Nullable Object> podLabels, Rollout rollout) {
    /** The smallest number of ready pods in any step. */
    public int fewestReady() {
        return rollout.fewestReady();
    }

    /** The majority of the wanted members. */
    public int quorum() {
        return members / 2 + 1;
    }

    /**
     * How long the roll-out takes at most if every pod gets ready, from probes, grace and {@code minReadySeconds}: without
     * scheduling, pulling images and attaching volumes, for which there is no bound.
     */
    public Duration longest() {
        return rollout.longest();
    }

    /** Whether only the pods' content changes, and not their number. */
    boolean keepsMembers() {
        return before == members;
    }

    /** A line of figures, and the timeline. */
    @Override
    public String toString() {
        return set + ": at least " + fewestReady() + " of " + members + " ready, a majority is " + quorum()
                + ", at most " + longest().toSeconds() + " s\n" + rollout.timeline();
    }

    /** One for each set whose pods the change concerns. */
    static List<Rehearsal> all(Changed changed) {
        return changed.sets()
                .filter(update -> update.changes("spec"))
                .flatMap(update -> of(update).stream())
                .toList();
    }

    private static Optional<Rehearsal> of(Update update) {
        return model(update.ref(), update.running()).flatMap(running -> model(update.ref(), update.result())
                .map(wanted -> new Rehearsal(
                        update.ref(),
                        replicas(update.running()),
                        replicas(update.result()),
                        update.result()
                                .at("spec", "template", "metadata", "labels")
                                .map(),
                        rollout(update, running, wanted))));
    }

    /** What the server refuses to change is rehearsed as a set that takes over the pods of its predecessor. */
    private static Rollout rollout(Update update, StatefulSet running, StatefulSet wanted) {
        Rollout stands = Rollout.of(running);
        boolean anew = update.changes().stream().anyMatch(field -> field.effect() == Effect.RECREATION_ONLY);
        return anew ? stands.deleteSet("Orphan").create(wanted) : stands.patch(set -> wanted);
    }

    private static Optional<StatefulSet> model(ObjectRef ref, Tree tree) {
        Tree bare = Tree.of(Tree.copy(tree.map()));
        bare.remove("status");
        bare.put("apiVersion", "apps/v1");
        bare.put("kind", ref.kind());
        return StrictReader.read(YamlWriter.write(bare.map()), "set").documents().stream()
                .map(Document::object)
                .flatMap(Optional::stream)
                .filter(StatefulSet.class::isInstance)
                .map(StatefulSet.class::cast)
                .findFirst();
    }

    private static int replicas(Tree set) {
        return (int) set.field("spec").number("replicas", 1);
    }
}
