package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import io.fabric8.kubernetes.api.model.Probe;

/** Probes with the API server's defaults. */
final class Probes {
    private Probes() {}

    /** How long a probe must fail before the kubelet acts. */
    static long failureSeconds(Located<Probe> probe) {
        return (long) probe.map(Probe::getPeriodSeconds).or(10)
                * probe.map(Probe::getFailureThreshold).or(3);
    }
}
