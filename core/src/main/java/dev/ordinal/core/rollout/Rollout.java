package dev.ordinal.core.rollout;

import dev.ordinal.core.rollout.Step.State;
import dev.ordinal.core.yaml.DeepCopy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal of what the StatefulSet controller of Kubernetes 1.36 will do, without a cluster. A rollout begins with the
 * creation of a set; every action gives a new rollout, whose {@link #steps()} lead from the action to the point where nothing
 * moves any more:
 *
 * <pre>{@code
 * Rollout.of(set).image("postgres:18.1").steps();
 * }</pre>
 *
 * <p>A step is what is seen once the controller is quiet. Between two steps the nodes act once on everything: each Pending
 * pod becomes Ready (or Running and never ready, if an image of it says {@code broken}, or after {@link #neverReady}), each
 * Terminating pod goes away, and {@code minReadySeconds} pass. No action throws for what is in a set: what the API server
 * would refuse, and what names a pod or a set that does not exist, changes nothing. Of a set with more than 500 members the
 * first 500 are rehearsed.
 */
public final class Rollout {
    private final World world;
    private final List<Step> steps;
    private final Duration longest;

    private Rollout(World world, List<Step> steps, Duration longest) {
        this.world = world;
        this.steps = List.copyOf(steps);
        this.longest = longest;
    }

    /** The set is created where nothing of it exists yet. The object is copied, and never changed. */
    public static Rollout of(StatefulSet set) {
        World empty = new World(Spec.nameOf(set.getMetadata()));
        return new Rollout(empty, List.of(), Duration.ZERO).create(set);
    }

    /** The steps of the last action, at least one, in time order. */
    public List<Step> steps() {
        return steps;
    }

    /** What is seen at the end of the last action. */
    public Step end() {
        return steps.get(steps.size() - 1);
    }

    /** The smallest number of ready pods in any step of the last action. */
    public int fewestReady() {
        return steps.stream().mapToInt(Step::ready).min().orElse(0);
    }

    /**
     * How long the last action takes at most, from the numbers in the set: for each pod that stops its grace period, for each
     * that starts what its startup and readiness probes allow, and {@code minReadySeconds}. What has no bound is not in it:
     * scheduling, pulling images, attaching volumes, init containers, and a pod that never gets ready.
     */
    public Duration longest() {
        return longest;
    }

    /**
     * The steps of the last action as a text: a line a step, a column a pod, each cell the revision and the state, as in
     * {@code r2 Pending}; a pod that does not exist is {@code -}. Below stands the image of each revision.
     */
    public String timeline() {
        return Timeline.of(steps);
    }

    /**
     * A set is created after {@link #deleteSet}: it takes over the pods and claims that were left. While the set exists, and for
     * a set of another name, nothing changes.
     */
    public Rollout create(StatefulSet set) {
        return act(next -> {
            StatefulSet stored = DeepCopy.of(set);
            if (next.set() == null && next.isNamed(Spec.nameOf(stored.getMetadata()))) {
                next.set(LiveSet.created(next.newId(), stored));
            }
        });
    }

    /**
     * The spec is changed by a merge patch: maps are merged, null deletes, all else replaces.
     *
     * @param spec the fields to change, such as {@code Map.of("replicas", 5)}
     */
    public Rollout patch(Map<String, ? extends @Nullable Object> spec) {
        return patch(set -> Patch.merge(set, spec));
    }

    /** The set is replaced by what the function gives back; it is given a copy, which it may change. */
    public Rollout patch(UnaryOperator<StatefulSet> change) {
        return act(next -> {
            LiveSet set = next.set();
            if (set != null) {
                StatefulSet wanted = DeepCopy.of(change.apply(DeepCopy.of(set.object())));
                if (Patch.isAllowed(set.object(), wanted)) {
                    next.set(set.updated(wanted));
                }
            }
        });
    }

    /** The image of the first container is changed. */
    public Rollout image(String name) {
        return patch(set -> Patch.image(set, name));
    }

    /** Somebody deletes a pod, gracefully. */
    public Rollout deletePod(String pod) {
        return onPod(pod, (next, member) -> next.delete(member));
    }

    /** A pod ends, as by an eviction: its phase becomes Failed. */
    public Rollout failPod(String pod) {
        return onPod(pod, (next, member) -> next.put(member.in(State.FAILED)));
    }

    /** The readiness probe of a pod fails from now on, until the pod is replaced. */
    public Rollout unreadyPod(String pod) {
        return onPod(pod, (next, member) -> next.put(member.isReady() ? member.in(State.RUNNING) : member));
    }

    /** From now on a pod of this name never gets ready when it starts; one that is ready already stays so. */
    public Rollout neverReady(String pod) {
        return act(next -> next.neverReady(pod));
    }

    /**
     * The set is deleted.
     *
     * @param propagation {@code Orphan} leaves the pods and claims; {@code Background} and {@code Foreground} delete the pods,
     *     and the claims if {@code whenDeleted} says so
     */
    public Rollout deleteSet(String propagation) {
        return act(next -> {
            LiveSet set = next.set();
            if (set != null && propagation.equals("Orphan")) {
                next.disown(set.id());
            }
            next.set(null);
        });
    }

    private Rollout onPod(String pod, BiConsumer<World, LivePod> action) {
        return act(next -> {
            LivePod member = next.pod(pod);
            if (member != null) {
                action.accept(next, member);
            }
        });
    }

    private Rollout act(Consumer<World> action) {
        World next = world.copy();
        action.accept(next);
        return run(next);
    }

    /** What happens where these objects exist. */
    static Rollout run(World world) {
        // A pod is made, gets ready, settles, is taken down, and made again; the bound is far above that.
        int most = 10 + 10 * (world.pods().size() + Controller.wanted(world));
        List<Step> steps = new ArrayList<>();
        long seconds = 0;
        int before = -1;
        while (before != world.changes() && steps.size() < most) {
            Controller.runUntilQuiet(world);
            steps.add(Step.of(world));
            before = world.changes();
            int next = Node.longest(world);
            Node.act(world);
            seconds += before == world.changes() ? 0 : next;
        }
        return new Rollout(world, steps, Duration.ofSeconds(seconds));
    }
}
