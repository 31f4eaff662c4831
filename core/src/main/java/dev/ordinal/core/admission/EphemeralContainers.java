package dev.ordinal.core.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Containers for debugging. A template cannot hold any, but the server tells what else is wrong with them too. */
final class EphemeralContainers {
    private static final String WHY = "an ephemeral container cannot have it";

    private static final List<String> FORBIDDEN = List.of(
            "livenessProbe",
            "readinessProbe",
            "startupProbe",
            "restartPolicy",
            "ports",
            "restartPolicyRules",
            "resizePolicy");

    private EphemeralContainers() {}

    static void check(Node pod, Map<String, String> volumes) {
        Set<String> others = new HashSet<>();
        for (String list : List.of("containers", "initContainers")) {
            for (Node container : pod.each(list)) {
                others.add(container.field("name").text());
            }
        }
        Set<String> names = new HashSet<>(others);
        for (Node container : pod.each("ephemeralContainers")) {
            Containers.common(container, pod, volumes);
            Node image = container.field("image");
            if (!image.text().equals(image.text().strip())) {
                image.invalid(
                        Statement.TEXT_IS_WELL_FORMED,
                        "white space surrounds it",
                        "write " + image.text().strip());
            }
            if (!names.add(container.field("name").text())) {
                container.field("name").duplicate("container");
            }
            target(container.field("targetContainerName"), others);
            allowed(container);
        }
    }

    private static void target(Node target, Set<String> others) {
        if (!target.isEmpty() && !others.contains(target.text())) {
            target.refuse(
                    Reason.NOT_FOUND,
                    Statement.REFERENCE_RESOLVES,
                    "the pod has no such container",
                    "name a container of the pod");
        }
    }

    private static void allowed(Node container) {
        FORBIDDEN.forEach(part -> container.field(part).absent(WHY));
        Probes.lifecycle(container).absent(WHY);
        Node resources = container.field("resources");
        if (List.of("limits", "requests", "claims").stream()
                .anyMatch(part -> resources.field(part).isPresent())) {
            resources.absent(WHY);
        }
        for (Node mount : container.each("volumeMounts")) {
            mount.field("subPath").given().absent(WHY);
            mount.field("subPathExpr").given().absent(WHY);
        }
    }
}
