package dev.ordinal.core.rollout;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All objects that belong to one set. It changes while an action runs, and is never seen outside: every action of a {@link
 * Rollout} works on its own copy.
 */
final class World {
    static final int NOBODY = 0;

    private final String name;
    private final TreeMap<Integer, LivePod> pods = new TreeMap<>();
    private final TreeMap<String, Integer> claimOwners = new TreeMap<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final Set<String> neverReady = new HashSet<>();
    private @Nullable LiveSet set;
    private int lastId = NOBODY;
    private int changes;

    World(String name) {
        this.name = name;
    }

    World copy() {
        World copy = new World(name);
        copy.pods.putAll(pods);
        copy.claimOwners.putAll(claimOwners);
        copy.revisions.addAll(revisions);
        copy.neverReady.addAll(neverReady);
        copy.set = set;
        copy.lastId = lastId;
        return copy;
    }

    boolean isNamed(String other) {
        return name.equals(other);
    }

    /** Rises with every difference that anybody could see; while it stays, the world is quiet. */
    int changes() {
        return changes;
    }

    String nameOf(int ordinal) {
        return name + "-" + ordinal;
    }

    @Nullable
    LiveSet set() {
        return set;
    }

    void set(@Nullable LiveSet next) {
        changes += Objects.equals(set, next) ? 0 : 1;
        set = next;
    }

    /** A new number that no other object has. */
    int newId() {
        return ++lastId;
    }

    /** The revision of a set's template: a known one if the content is known. */
    Revision revisionOf(StatefulSet object) {
        return revisions.stream()
                .filter(known -> known.isMadeFrom(object))
                .findFirst()
                .orElseGet(() -> {
                    Revision revision = Revision.of(revisions.size() + 1, object);
                    revisions.add(revision);
                    return revision;
                });
    }

    /** The pods that exist now, by ordinal; later changes do not show in the list. */
    List<LivePod> pods() {
        return List.copyOf(pods.values());
    }

    @Nullable
    LivePod pod(String podName) {
        return pods.values().stream()
                .filter(pod -> nameOf(pod.ordinal()).equals(podName))
                .findFirst()
                .orElse(null);
    }

    void put(LivePod pod) {
        LivePod before = pods.put(pod.ordinal(), pod);
        changes += pod.equals(before) ? 0 : 1;
    }

    /** A graceful deletion; what has already ended goes at once. */
    void delete(LivePod pod) {
        if (pod.isFailed()) {
            remove(pod);
        } else {
            put(pod.nowTerminating());
        }
    }

    void remove(LivePod pod) {
        changes += pods.remove(pod.ordinal()) == null ? 0 : 1;
    }

    List<String> claimNames() {
        return List.copyOf(claimOwners.keySet());
    }

    /** The claims and the id of the pod or set that owns each. */
    Map<String, Integer> claimOwners() {
        return Map.copyOf(claimOwners);
    }

    /** The names of the claims of one ordinal. */
    List<String> claimsOf(Spec spec, int ordinal) {
        return spec.claimTemplates().stream()
                .map(template -> template + "-" + nameOf(ordinal))
                .toList();
    }

    void own(String claim, int owner) {
        Integer before = claimOwners.put(claim, owner);
        changes += before != null && before == owner ? 0 : 1;
    }

    /** What the set owned is nobody's from now on. */
    void disown(int owner) {
        pods().stream().filter(pod -> pod.owner() == owner).forEach(pod -> put(pod.ownedBy(NOBODY)));
        claimOwners.replaceAll((claim, id) -> id == owner ? NOBODY : id);
    }

    void removeClaim(String claim) {
        changes += claimOwners.remove(claim) == null ? 0 : 1;
    }

    boolean getsReady(LivePod pod) {
        return !pod.revision().broken() && !neverReady.contains(nameOf(pod.ordinal()));
    }

    void neverReady(String podName) {
        neverReady.add(podName);
    }
}
