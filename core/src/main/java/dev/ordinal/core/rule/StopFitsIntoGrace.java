package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            Long written = workload.podSpec().getTerminationGracePeriodSeconds();
            long grace = written == null ? 30 : written;
            for (PodContainer container : workload.containers()) {
                Lifecycle lifecycle = container.get().getLifecycle();
                LifecycleHandler hook = lifecycle == null ? null : lifecycle.getPreStop();
                // a longer sleep action is refused by the API server
                if (hook != null
                        && grace > 0
                        && (hook.getSleep() == null ? seconds(hook) >= grace : seconds(hook) == grace)) {
                    found.accept(finding(container, seconds(hook), grace));
                }
            }
        }
    }

    private Diagnostic finding(PodContainer container, long seconds, long grace) {
        return container
                .field("lifecycle", Container::getLifecycle)
                .field("preStop", Lifecycle::getPreStop)
                .warning(
                        name(),
                        seconds + " seconds of sleep",
                        "the grace period is " + grace
                                + " seconds and the hook uses it up, so the process is killed without a"
                                + " clean stop",
                        "set terminationGracePeriodSeconds to " + seconds
                                + " plus the time of a clean stop, or sleep less");
    }

    private static long seconds(LifecycleHandler hook) {
        if (hook.getSleep() != null) {
            return hook.getSleep().getSeconds() == null ? 0 : hook.getSleep().getSeconds();
        }
        long seconds = 0;
        if (hook.getExec() != null && hook.getExec().getCommand() != null) {
            Matcher sleep = SLEEP.matcher(Text.words(hook.getExec().getCommand()));
            while (sleep.find()) {
                seconds += Long.parseLong(sleep.group(1));
            }
        }
        return seconds;
    }
}
