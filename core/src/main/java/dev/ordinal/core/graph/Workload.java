package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object that makes pods, seen through its pod template. What rules ask of it again and again is looked up once. */
public final class Workload {
    private final Located<? extends HasMetadata> owner;
    private final Located<PodTemplateSpec> template;
    private final Located<PodSpec> pod;
    private final List<Located<Container>> containers;
    private final Map<String, String> labels;

    private Workload(Located<? extends HasMetadata> owner, Located<PodTemplateSpec> template) {
        this.owner = owner;
        this.template = template;
        this.pod = template.field("spec", PodTemplateSpec::getSpec);
        this.containers = new ArrayList<>(pod.items("initContainers", PodSpec::getInitContainers));
        this.containers.addAll(pod.items("containers", PodSpec::getContainers));
        this.labels = template.field("metadata", PodTemplateSpec::getMetadata)
                .field("labels", ObjectMeta::getLabels)
                .or(Map.of());
    }

    static Optional<Workload> of(Located<? extends HasMetadata> owner) {
        Located<PodTemplateSpec> template = template(owner);
        return template != null && template.isPresent() ? Optional.of(new Workload(owner, template)) : Optional.empty();
    }

    /** The object. */
    public Located<? extends HasMetadata> owner() {
        return owner;
    }

    /** Its pod template, wherever that is in the object. */
    public Located<PodTemplateSpec> template() {
        return template;
    }

    private static @Nullable Located<PodTemplateSpec> template(Located<? extends HasMetadata> owner) {
        HasMetadata object = owner.get();
        if (object instanceof StatefulSet) {
            return owner.map(StatefulSet.class::cast)
                    .field("spec", StatefulSet::getSpec)
                    .field("template", StatefulSetSpec::getTemplate);
        } else if (object instanceof Deployment) {
            return owner.map(Deployment.class::cast)
                    .field("spec", Deployment::getSpec)
                    .field("template", DeploymentSpec::getTemplate);
        } else if (object instanceof DaemonSet) {
            return owner.map(DaemonSet.class::cast)
                    .field("spec", DaemonSet::getSpec)
                    .field("template", DaemonSetSpec::getTemplate);
        } else if (object instanceof Job) {
            return owner.map(Job.class::cast).field("spec", Job::getSpec).field("template", JobSpec::getTemplate);
        } else if (object instanceof CronJob) {
            return owner.map(CronJob.class::cast)
                    .field("spec", CronJob::getSpec)
                    .field("jobTemplate", CronJobSpec::getJobTemplate)
                    .field("spec", JobTemplateSpec::getSpec)
                    .field("template", JobSpec::getTemplate);
        }
        return null;
    }

    /** The object that makes the pods. */
    public ObjectRef ref() {
        return owner.object();
    }

    /** The pod spec inside the template. */
    public Located<PodSpec> pod() {
        return pod;
    }

    /** The labels that the pods will carry. */
    public Map<String, String> labels() {
        return labels;
    }

    /**
     * Whether a Service with this selector selects at least one of its pods. Labels that the controller adds count too:
     * a Service for one member selects {@code statefulset.kubernetes.io/pod-name}, one for a Job {@code job-name}.
     */
    public boolean isSelectedBy(Map<String, String> selector) {
        return PodLabels.select(selector, this);
    }

    /** The selector with which the owner finds its pods; absent for what is no StatefulSet, Deployment or DaemonSet. */
    public Located<LabelSelector> selector() {
        HasMetadata object = owner.get();
        if (object instanceof StatefulSet) {
            return owner.map(StatefulSet.class::cast)
                    .field("spec", StatefulSet::getSpec)
                    .field("selector", StatefulSetSpec::getSelector);
        } else if (object instanceof Deployment) {
            return owner.map(Deployment.class::cast)
                    .field("spec", Deployment::getSpec)
                    .field("selector", DeploymentSpec::getSelector);
        }
        return owner.map(o -> o instanceof DaemonSet set ? set : null)
                .field("spec", DaemonSet::getSpec)
                .field("selector", DaemonSetSpec::getSelector);
    }

    /** All containers: init containers and sidecars first, as they start. */
    public Stream<Located<Container>> containers() {
        return containers.stream();
    }

    /** The claim templates; nothing for what is not a StatefulSet. */
    public Stream<Located<PersistentVolumeClaim>> claimTemplates() {
        return statefulSet().stream().flatMap(set -> set.field("spec", StatefulSet::getSpec)
                .each("volumeClaimTemplates", StatefulSetSpec::getVolumeClaimTemplates));
    }

    /** The owner, if it is a StatefulSet. */
    public Optional<Located<StatefulSet>> statefulSet() {
        return owner.get() instanceof StatefulSet ? Optional.of(owner.map(StatefulSet.class::cast)) : Optional.empty();
    }
}
