package dev.ordinal.core.rule;

import io.fabric8.kubernetes.api.model.Probe;

/** Probes with the API server's defaults. */
final class Probes {
    private Probes() {}

    /** How long a probe must fail before the kubelet acts. */
    static long failureSeconds(Probe probe) {
        return (long) periodSeconds(probe) * (probe.getFailureThreshold() == null ? 3 : probe.getFailureThreshold());
    }

    static int periodSeconds(Probe probe) {
        return probe.getPeriodSeconds() == null ? 10 : probe.getPeriodSeconds();
    }
}
