package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the pods may run. Spread and anti-affinity select the app's own pods by its identity. */
final class PlacementRenderer {
    private PlacementRenderer() {}

    static void render(StatefulApp app, PodSpec pod) {
        pod.setNodeSelector(app.nodeLabels());
        pod.setAffinity(affinity(app));
        pod.setTopologySpreadConstraints(spreads(app));
        List<io.fabric8.kubernetes.api.model.Toleration> tolerations =
                new ArrayList<>(app.tolerations().size());
        for (Toleration spec : app.tolerations()) {
            tolerations.add(toleration(spec));
        }
        pod.setTolerations(tolerations);
    }

    private static List<TopologySpreadConstraint> spreads(StatefulApp app) {
        List<TopologySpreadConstraint> constraints = new ArrayList<>();
        for (SpreadSpec spread : app.spreads()) {
            if (app.replicas() > 1 || spread.strictness() == Strictness.HARD) {
                constraints.add(spread(app, spread));
            }
        }
        return constraints;
    }

    private static TopologySpreadConstraint spread(StatefulApp app, SpreadSpec spread) {
        TopologySpreadConstraint constraint = new TopologySpreadConstraint();
        constraint.setMaxSkew(spread.maxSkew());
        constraint.setMinDomains(spread.minDomains().orElse(null));
        constraint.setTopologyKey(spread.topologyKey());
        constraint.setWhenUnsatisfiable(spread.strictness() == Strictness.HARD ? "DoNotSchedule" : "ScheduleAnyway");
        constraint.setLabelSelector(ownPods(app));
        return constraint;
    }

    private static LabelSelector ownPods(StatefulApp app) {
        return new LabelSelector(null, app.identity());
    }

    private static @Nullable Affinity affinity(StatefulApp app) {
        if (app.nodeMatches().isEmpty() && app.antiAffinities().isEmpty()) {
            return null;
        }
        Affinity affinity = new Affinity();
        affinity.setNodeAffinity(nodeAffinity(app.nodeMatches()));
        affinity.setPodAntiAffinity(podAntiAffinity(app));
        return affinity;
    }

    private static @Nullable NodeAffinity nodeAffinity(List<NodeMatch> matches) {
        if (matches.isEmpty()) {
            return null;
        }
        List<NodeSelectorRequirement> requirements = matches.stream()
                .map(match -> new NodeSelectorRequirement(match.key(), match.operator(), match.values()))
                .toList();
        NodeAffinity affinity = new NodeAffinity();
        affinity.setRequiredDuringSchedulingIgnoredDuringExecution(
                new NodeSelector(List.of(new NodeSelectorTerm(requirements, null))));
        return affinity;
    }

    private static @Nullable PodAntiAffinity podAntiAffinity(StatefulApp app) {
        if (app.antiAffinities().isEmpty()) {
            return null;
        }
        List<PodAffinityTerm> required = new ArrayList<>();
        List<WeightedPodAffinityTerm> preferred = new ArrayList<>();
        for (AntiAffinitySpec anti : app.antiAffinities()) {
            if (anti.strictness() == Strictness.HARD) {
                required.add(term(app, anti));
            } else {
                preferred.add(new WeightedPodAffinityTerm(term(app, anti), anti.weight()));
            }
        }
        PodAntiAffinity affinity = new PodAntiAffinity();
        affinity.setRequiredDuringSchedulingIgnoredDuringExecution(required);
        affinity.setPreferredDuringSchedulingIgnoredDuringExecution(preferred);
        return affinity;
    }

    private static PodAffinityTerm term(StatefulApp app, AntiAffinitySpec anti) {
        PodAffinityTerm term = new PodAffinityTerm();
        term.setLabelSelector(ownPods(app));
        term.setTopologyKey(anti.topologyKey());
        return term;
    }

    private static io.fabric8.kubernetes.api.model.Toleration toleration(Toleration spec) {
        var toleration = new io.fabric8.kubernetes.api.model.Toleration();
        toleration.setKey(spec.key());
        toleration.setOperator(spec.value().isPresent() ? "Equal" : "Exists");
        toleration.setValue(spec.value().orElse(null));
        toleration.setEffect(spec.effect().orElse(null));
        toleration.setTolerationSeconds(Seconds.longOf(spec.lasting()));
        return toleration;
    }
}
