package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A probe that starts a client tool gives it time to answer. */
final class ClientToolsHaveTime implements Rule {
    @Override
    public String about() {
        return """
                A probe of a StatefulSet that starts a tool such as `nodetool`, `mongosh` or `kafka-topics.sh` sets
                `timeoutSeconds` above 1, which is the default. Such tools start an interpreter or a virtual machine first; on a
                busy node that alone takes longer, and the member is taken out of its Service, or killed, while nothing is wrong
                with it.""";
    }

    private static final Pattern TOOL =
            Pattern.compile("(?:^|[\\s/;&|('\"])(nodetool|cqlsh|mongosh?|zkServer\\.sh|zkCli\\.sh"
                    + "|rabbitmq-diagnostics|rabbitmqctl|kafka-[a-z-]+\\.sh|kafka-(?:topics|broker-api-versions|metadata-quorum))"
                    + "(?=$|[\\s;&|)'\"])");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (PodContainer container : set.containers()) {
                check(container, "startupProbe", container.get().getStartupProbe(), found);
                check(container, "readinessProbe", container.get().getReadinessProbe(), found);
                check(container, "livenessProbe", container.get().getLivenessProbe(), found);
            }
        }
    }

    private void check(PodContainer container, String field, @Nullable Probe probe, Consumer<Diagnostic> found) {
        if (probe == null || probe.getExec() == null || probe.getExec().getCommand() == null) {
            return;
        }
        if (probe.getTimeoutSeconds() == null || probe.getTimeoutSeconds() <= 1) {
            Matcher tool = TOOL.matcher(Text.words(probe.getExec().getCommand()));
            if (tool.find()) {
                found.accept(finding(container.step(field, probe), tool.group(1)));
            }
        }
    }

    private Diagnostic finding(Located<Probe> probe, String tool) {
        Located<Integer> timeout = probe.field("timeoutSeconds", Probe::getTimeoutSeconds);
        return timeout.warning(
                name(),
                (timeout.isPresent() ? timeout.get().toString() : "nothing, which is 1") + ", for " + tool,
                "on a busy node the tool takes longer to start than that, and the probe fails although the"
                        + " member is well",
                "set timeoutSeconds: 10, and a periodSeconds above it");
    }
}
