package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CronJob for each job. Its pod is the app's with other containers, so that there is one way to render a pod. */
final class JobRenderer {
    private JobRenderer() {}

    static List<CronJob> render(StatefulApp app) {
        List<CronJob> cronJobs = new ArrayList<>(app.jobs().size());
        for (JobSpec job : app.jobs()) {
            cronJobs.add(cronJob(app, job));
        }
        return cronJobs;
    }

    private static CronJob cronJob(StatefulApp app, JobSpec job) {
        CronJob cronJob = new CronJob();
        cronJob.setMetadata(Meta.of(app, Names.job(app, job)));
        CronJobSpec spec = new CronJobSpec();
        spec.setSchedule(job.schedule());
        spec.setTimeZone(job.timeZone());
        spec.setConcurrencyPolicy(job.concurrency().toString());
        spec.setSuspend(EnvironmentRenderer.onlyIf(job.isSuspended()));
        spec.setStartingDeadlineSeconds(Seconds.longOf(job.startingDeadline()));
        spec.setSuccessfulJobsHistoryLimit(job.successfulHistory());
        spec.setFailedJobsHistoryLimit(job.failedHistory());
        spec.setJobTemplate(new JobTemplateSpec(null, run(app, job)));
        cronJob.setSpec(spec);
        return cronJob;
    }

    private static io.fabric8.kubernetes.api.model.batch.v1.JobSpec run(StatefulApp app, JobSpec job) {
        var run = new io.fabric8.kubernetes.api.model.batch.v1.JobSpec();
        run.setActiveDeadlineSeconds(Seconds.longOf(job.activeDeadline()));
        run.setBackoffLimit(job.backoffLimit());
        run.setTemplate(template(app, job));
        return run;
    }

    private static PodTemplateSpec template(StatefulApp app, JobSpec job) {
        ObjectMeta meta = new ObjectMeta();
        meta.setLabels(labels(app, job));
        meta.setAnnotations(job.podAnnotations());
        PodSpec pod = PodRenderer.spec(pod(app, job));
        // Each try leaves its pod behind, and with it the log that tells why it failed.
        pod.setRestartPolicy("Never");
        return new PodTemplateSpec(meta, pod);
    }

    /** Nothing of the identity, whatever the info labels say: a Service must never send a client to a backup. */
    private static Map<String, String> labels(StatefulApp app, JobSpec job) {
        Map<String, String> labels = new LinkedHashMap<>(own(app, job));
        app.infoLabels().forEach((key, value) -> {
            if (!app.identity().containsKey(key)) {
                labels.putIfAbsent(key, value);
            }
        });
        return labels;
    }

    /** The label by which the job's pods are known. */
    static Map<String, String> own(StatefulApp app, JobSpec job) {
        return Map.of(JobSpec.LABEL, Names.job(app, job));
    }

    private static StatefulApp pod(StatefulApp app, JobSpec job) {
        return app.containers(job.containers())
                .initContainers(job.initContainers())
                .sidecars(List.of())
                .grace(job.grace())
                .security(job.security().orElse(app.security()))
                .account(Optional.empty())
                .priorityClass(Optional.empty())
                .spreads(List.of())
                .antiAffinities(List.of())
                .processSharing(false)
                .hostNetwork(false)
                .serviceLinks(false);
    }
}
