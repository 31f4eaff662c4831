package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import java.util.stream.Stream;

/** A CronJob that writes to a volume runs once at a time. */
final class ScheduledJobsDoNotOverlap implements Rule {
    @Override
    public String about() {
        return """
                A CronJob that mounts a claim sets `concurrencyPolicy` to `Forbid` or `Replace`. By default a run begins
                although the one before it has not ended: two backups write into one directory, or the second waits for the
                volume of the first.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream()
                .filter(workload -> workload.owner().get() instanceof CronJob && mountsClaim(workload))
                .map(workload -> workload.owner()
                        .map(CronJob.class::cast)
                        .field("spec", CronJob::getSpec)
                        .field("concurrencyPolicy", CronJobSpec::getConcurrencyPolicy))
                .filter(policy -> policy.or("Allow").equals("Allow"))
                .map(policy -> policy.warning(
                        name(),
                        Text.found(policy.or("")),
                        "a run begins although the one before it still writes to the same volume",
                        "set concurrencyPolicy: Forbid"));
    }

    private static boolean mountsClaim(Workload workload) {
        return workload.pod()
                .each("volumes", PodSpec::getVolumes)
                .map(volume -> volume.map(Volume::getPersistentVolumeClaim))
                .anyMatch(claim -> claim.isPresent()
                        && !claim.map(PersistentVolumeClaimVolumeSource::getReadOnly)
                                .or(false));
    }
}
