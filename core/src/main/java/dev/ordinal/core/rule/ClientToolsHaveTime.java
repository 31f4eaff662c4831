package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .flatMap(Workload::containers)
                .flatMap(container -> Stream.of(
                        container.field("startupProbe", Container::getStartupProbe),
                        container.field("readinessProbe", Container::getReadinessProbe),
                        container.field("livenessProbe", Container::getLivenessProbe)))
                .filter(probe -> probe.map(Probe::getTimeoutSeconds).or(1) <= 1)
                .flatMap(this::check);
    }

    private Stream<Diagnostic> check(Located<Probe> probe) {
        List<String> command =
                probe.map(Probe::getExec).map(ExecAction::getCommand).or(List.of());
        Matcher tool = TOOL.matcher(command.stream().filter(Objects::nonNull).collect(Collectors.joining(" ")));
        Located<Integer> timeout = probe.field("timeoutSeconds", Probe::getTimeoutSeconds);
        return tool.find()
                ? Stream.of(timeout.warning(
                        name(),
                        (timeout.isPresent() ? timeout.get().toString() : "nothing, which is 1") + ", for "
                                + tool.group(1),
                        "on a busy node the tool takes longer to start than that, and the probe fails although the"
                                + " member is well",
                        "set timeoutSeconds: 10, and a periodSeconds above it"))
                : Stream.empty();
    }
}
