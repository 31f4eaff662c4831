package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done before a stop leaves time for the stop. */
final class StopFitsIntoGrace implements Rule {
    @Override
    public String about() {
        return """
                The time that a `preStop` hook sleeps is shorter than `terminationGracePeriodSeconds`, which is 30 by default.
                The hook uses up the same time: when it is over, the process gets no signal to stop but is killed, and must
                recover at its next start. Counted are `sleep` actions and the command `sleep` with a number.""";
    }

    private static final Pattern SLEEP = Pattern.compile("(?:^|[\\s;&|(/])sleep\\s+(\\d{1,6})(?=$|[\\s;&|)])");

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(workload -> {
            long grace = workload.pod()
                    .map(PodSpec::getTerminationGracePeriodSeconds)
                    .or(30L);
            return workload.containers()
                    .map(c -> c.field("lifecycle", Container::getLifecycle).field("preStop", Lifecycle::getPreStop))
                    .filter(hook -> grace > 0 && hook.isPresent() && seconds(hook.get()) >= grace)
                    // a longer sleep action is refused by the API server
                    .filter(hook -> hook.get().getSleep() == null || seconds(hook.get()) == grace)
                    .map(hook -> finding(hook, grace));
        });
    }

    private Diagnostic finding(Located<LifecycleHandler> hook, long grace) {
        long seconds = seconds(hook.get());
        return hook.warning(
                name(),
                seconds + " seconds of sleep",
                "the grace period is " + grace + " seconds and the hook uses it up, so the process is killed without a"
                        + " clean stop",
                "set terminationGracePeriodSeconds to " + seconds + " plus the time of a clean stop, or sleep less");
    }

    private static long seconds(LifecycleHandler hook) {
        if (hook.getSleep() != null) {
            return hook.getSleep().getSeconds() == null ? 0 : hook.getSleep().getSeconds();
        }
        List<String> command = hook.getExec() == null || hook.getExec().getCommand() == null
                ? List.of()
                : hook.getExec().getCommand();
        return SLEEP.matcher(command.stream().filter(Objects::nonNull).collect(Collectors.joining(" ")))
                .results()
                .mapToLong(sleep -> Long.parseLong(sleep.group(1)))
                .sum();
    }
}
