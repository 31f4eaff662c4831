package dev.ordinal.core.admission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Containers, init containers and sidecars. */
final class Containers {
    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;

    private Containers() {}

    static void check(Node pod, Map<String, String> volumes) {
        List<Node> containers = pod.each("containers");
        List<Node> starters = pod.each("initContainers");
        if (containers.isEmpty()) {
            pod.field("containers").required("containers: [{name: my-app, image: registry.example.com/app:1}]");
        }
        Set<String> names = new HashSet<>();
        for (Node container : containers) {
            common(container, pod, volumes);
            uniqueName(container.field("name"), names, true);
            restart(container, true);
            Probes.check(container, pod);
        }
        Ports.hostPorts(containers);
        Ports.hostNetwork(pod);
        for (Node container : starters) {
            common(container, pod, volumes);
            uniqueName(container.field("name"), names, false);
            Ports.hostPorts(List.of(container.counted(0)));
            restart(container, container.field("restartPolicy").isPresent());
            initContainer(container, pod);
        }
        EphemeralContainers.check(pod, volumes);
    }

    /** The containers of all three lists. */
    static List<Node> all(Node pod) {
        List<Node> all = new ArrayList<>(pod.each("initContainers"));
        all.addAll(pod.each("containers"));
        all.addAll(pod.each("ephemeralContainers"));
        return all;
    }

    /** Whether an init container goes on running beside the others. */
    static boolean isSidecar(Node container) {
        return container.field("restartPolicy").is("Always");
    }

    private static void uniqueName(Node name, Set<String> names, boolean emptyCounts) {
        if (names.contains(name.text())) {
            name.duplicate("container");
        } else if (emptyCounts || !name.isEmpty()) {
            names.add(name.text());
        }
    }

    /** What holds for a container of any of the three lists. */
    static void common(Node container, Node pod, Map<String, String> volumes) {
        if (container.field("name").required("name: my-app")) {
            container.field("name").named(Names.DNS_LABEL);
        }
        container.field("image").required("image: registry.example.com/app:1.2.3");
        container.field("terminationMessagePolicy").given().oneOf("File", "FallbackToLogsOnError");
        pullPolicy(container.field("imagePullPolicy"));
        Ports.ofContainer(container);
        Environment.check(container);
        Mounts.check(container, volumes);
        Resources.ofContainer(container, pod);
        resizePolicy(container, pod);
        SecurityContexts.ofContainer(container.field("securityContext"), pod);
    }

    static void pullPolicy(Node policy) {
        policy.given().oneOf("Always", "IfNotPresent", "Never");
    }

    private static void initContainer(Node container, Node pod) {
        if (isSidecar(container)) {
            Probes.check(container, pod);
            return;
        }
        String why = "an init container has it only with restartPolicy: Always";
        Probes.lifecycle(container).absent(why);
        for (String part : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            container.field(part).absent(why);
        }
        for (Node policy : container.each("resizePolicy")) {
            if (policy.field("restartPolicy").is("RestartContainer")) {
                policy.field("restartPolicy")
                        .invalid(
                                Statement.FIELDS_FIT_TOGETHER,
                                "an init container that ends is not restarted",
                                "write restartPolicy: NotRequired");
            }
        }
    }

    /** When it is started again; the server looks at the rules of an init container only beside a policy. */
    private static void restart(Node container, boolean withRules) {
        Node policy = container.field("restartPolicy");
        Node rules = container.field("restartPolicyRules");
        policy.oneOf("Always", "OnFailure", "Never");
        if (!rules.isEmpty() && !policy.isPresent()) {
            policy.required("restartPolicy: Never");
        }
        if (!withRules) {
            return;
        }
        rules.tooMany(MOST_RULES);
        for (Node rule : container.each("restartPolicyRules")) {
            known(rule.field("action"), "Restart", "RestartAllContainers");
            Node codes = rule.field("exitCodes");
            if (!codes.isPresent()) {
                codes.required("exitCodes: {operator: In, values: [42]}");
            } else {
                known(codes.field("operator"), "In", "NotIn");
                codes.field("values").tooMany(MOST_CODES);
            }
        }
    }

    /** As one of, but an absent value is unknown too. */
    static void known(Node node, String... known) {
        if (!node.isOneOf(known)) {
            node.refuse(
                    Reason.NOT_SUPPORTED,
                    Statement.VALUE_IS_KNOWN,
                    "it knows only " + Wording.listed(known),
                    "write " + Wording.nearest(node.text(), known));
        }
    }

    private static void resizePolicy(Node container, Node pod) {
        Set<String> resources = new HashSet<>();
        boolean never = pod.field("restartPolicy").is("Never");
        for (Node policy : container.each("resizePolicy")) {
            Node resource = policy.field("resourceName");
            Node restart = policy.field("restartPolicy");
            if (!resources.add(resource.text())) {
                policy.duplicate("resize policy");
            }
            choice(resource.calledAs(policy.silent()), "resourceName: cpu", "cpu", "memory");
            choice(restart.calledAs(policy.silent()), "restartPolicy: NotRequired", "NotRequired", "RestartContainer");
            if (never && !restart.is("NotRequired")) {
                restart.calledAs(policy.silent())
                        .invalid(
                                Statement.FIELDS_FIT_TOGETHER,
                                "a pod with restartPolicy Never restarts no container",
                                "write restartPolicy: NotRequired");
            }
        }
    }

    /** A choice that must be made. */
    static void choice(Node node, String example, String... known) {
        if (node.required(example)) {
            node.oneOf(known);
        }
    }
}
