package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.rollout.Rollout;
import dev.ordinal.core.rollout.Step.State;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cluster with one StatefulSet in it that does what the commands of a plan say: the set as an API server would take it, the
 * pods as the controller would run them, and the claims with their sizes.
 */
final class SimulatedCluster {
    private static final Pattern SIZE = Pattern.compile("patch pvc (\\S+) .*\"storage\":\"([^\"]+)\"");
    private static final Pattern POD = Pattern.compile("delete pod (\\S+)");

    private final Map<String, String> claims = new TreeMap<>();
    private @Nullable Manifest stored;
    private Rollout pods;

    SimulatedCluster(Manifest running) {
        stored = running;
        pods = Rollout.of(set(running));
        addClaims(running);
    }

    void run(Plan plan, Manifest wanted) {
        plan.forEach(step -> step.commands().forEach(command -> run(command, wanted)));
    }

    private void run(String command, Manifest wanted) {
        Matcher size = SIZE.matcher(command);
        Matcher pod = POD.matcher(command);
        if (command.startsWith("kubectl apply")) {
            apply(wanted);
        } else if (size.find()) {
            assertThat(claims).containsKey(size.group(1));
            claims.put(size.group(1), size.group(2));
        } else if (command.contains("delete statefulset") && command.contains("--cascade=orphan")) {
            pods = pods.deleteSet("Orphan");
            stored = null;
        } else if (pod.find()) {
            pods = pods.deletePod(pod.group(1));
        } else {
            assertThat(command).containsAnyOf("rollout restart", "label pods", "allowVolumeExpansion");
        }
    }

    /** As the API server would: refused where an update is. */
    private void apply(Manifest wanted) {
        if (stored == null) {
            pods = pods.create(set(wanted));
        } else {
            assertThat(Change.between(stored, wanted).report().errors()).isEmpty();
            StatefulSet next = set(wanted);
            pods = pods.patch(running -> {
                next.setStatus(running.getStatus());
                return next;
            });
        }
        stored = wanted;
        addClaims(wanted);
    }

    /** The controller makes the claims that are missing and leaves the others as they are. */
    private void addClaims(Manifest manifest) {
        manifest.graph()
                .claims()
                .forEach(claim -> claims.putIfAbsent(claim.getMetadata().getName(), size(claim)));
    }

    private static String size(PersistentVolumeClaim claim) {
        return String.valueOf(claim.getSpec().getResources().getRequests().get("storage"));
    }

    Map<String, String> claims() {
        return claims;
    }

    Manifest stored() {
        assertThat(stored).isNotNull();
        return stored == null ? Manifest.parse("") : stored;
    }

    List<String> images() {
        return pods.end().pods().values().stream()
                .map(pod -> pod.image())
                .distinct()
                .toList();
    }

    int ready() {
        return (int) pods.end().pods().values().stream()
                .filter(pod -> pod.state() == State.READY)
                .count();
    }

    int members() {
        return pods.end().pods().size();
    }

    static StatefulSet set(Manifest manifest) {
        return manifest.graph().all(StatefulSet.class).findFirst().orElseThrow().get();
    }
}
