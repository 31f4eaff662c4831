package dev.ordinal.presets.server;

import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.PodSecurity;
import dev.ordinal.dsl.StatefulApp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One small pod, started to see whether pods can be started here at all. */
final class Trial {
    private static final String IMAGE = "trial";
    private static final StatefulApp APP = StatefulApp.named("trial")
            .container(ContainerSpec.named("main").image(IMAGE).command(List.of("sleep", "60")))
            .initContainer(ContainerSpec.named("hello").image(IMAGE).command(List.of("echo", "hello")))
            .security(PodSecurity.unset());

    private Trial() {}

    /** Why it cannot be done. */
    static Optional<String> failure() {
        ResourceGraph graph = ResourceGraph.of(APP.render().objects());
        try (Cluster cluster = Cluster.of(graph, Map.of(IMAGE, Image.ofThisMachine()))) {
            cluster.start();
            Pod pod = cluster.pod("trial-0");
            cluster.await(
                    "trial-0",
                    Duration.ofSeconds(20),
                    () -> pod.ready() || pod.failure().isPresent());
            return pod.failure().map(why -> why + ": " + pod.log("hello").strip());
        } catch (IllegalStateException | AssertionError e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
