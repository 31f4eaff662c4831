package dev.ordinal.core.rollout;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many seconds a pod takes at most, with the defaults of the API server.
 *
 * @param start from its first container on until it is ready, if it gets ready by the first probe after it has started
 * @param stop from its deletion until it is gone
 */
record PodTimes(int start, int stop) {
    private static final int GRACE = 30;
    private static final int PERIOD = 10;
    private static final int FAILURES = 3;
    /** A kubelet starts to probe at a random moment of the first period, and takes as long as the probe may. */
    private static final int TIMEOUT = 1;

    static PodTimes of(StatefulSet set) {
        PodSpec pod = set.getSpec() == null || set.getSpec().getTemplate() == null
                ? null
                : set.getSpec().getTemplate().getSpec();
        if (pod == null) {
            return new PodTimes(0, GRACE);
        }
        Long grace = pod.getTerminationGracePeriodSeconds();
        int sidecars = containers(pod.getInitContainers())
                .filter(container -> "Always".equals(container.getRestartPolicy()))
                .mapToInt(container -> started(container.getStartupProbe()))
                .sum();
        int slowest =
                containers(pod.getContainers()).mapToInt(PodTimes::ready).max().orElse(0);
        return new PodTimes(sidecars + slowest, grace == null ? GRACE : (int) Math.min(Integer.MAX_VALUE / 2, grace));
    }

    private static Stream<Container> containers(@Nullable List<Container> containers) {
        return containers == null ? Stream.empty() : containers.stream().filter(Objects::nonNull);
    }

    private static int ready(Container container) {
        Probe readiness = container.getReadinessProbe();
        int started = started(container.getStartupProbe());
        return readiness == null
                ? started
                : Math.max(started, number(readiness.getInitialDelaySeconds(), 0))
                        + number(readiness.getPeriodSeconds(), PERIOD) * number(readiness.getSuccessThreshold(), 1)
                        + number(readiness.getTimeoutSeconds(), TIMEOUT);
    }

    /** After that the container is killed. */
    private static int started(@Nullable Probe startup) {
        return startup == null
                ? 0
                : number(startup.getInitialDelaySeconds(), 0)
                        + number(startup.getPeriodSeconds(), PERIOD) * number(startup.getFailureThreshold(), FAILURES)
                        + number(startup.getTimeoutSeconds(), TIMEOUT);
    }

    private static int number(@Nullable Integer value, int otherwise) {
        return value == null || value <= 0 ? otherwise : Math.min(value, 1_000_000);
    }
}
