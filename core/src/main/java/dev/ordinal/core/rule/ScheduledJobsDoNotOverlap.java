package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import java.util.function.Consumer;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            if (workload.owner().get() instanceof CronJob && mountsClaim(workload)) {
                Located<String> policy = workload.owner()
                        .as(CronJob.class)
                        .field("spec", CronJob::getSpec)
                        .field("concurrencyPolicy", CronJobSpec::getConcurrencyPolicy);
                if (policy.or("Allow").equals("Allow")) {
                    found.accept(policy.warning(
                            name(),
                            Text.found(policy.or("")),
                            "a run begins although the one before it still writes to the same volume",
                            "set concurrencyPolicy: Forbid"));
                }
            }
        }
    }

    private static boolean mountsClaim(Workload workload) {
        for (Located<Volume> volume : workload.volumes()) {
            PersistentVolumeClaimVolumeSource claim = volume.get().getPersistentVolumeClaim();
            if (claim != null && !Boolean.TRUE.equals(claim.getReadOnly())) {
                return true;
            }
        }
        return false;
    }
}
