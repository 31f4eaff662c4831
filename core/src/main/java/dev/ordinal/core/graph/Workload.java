package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object that makes pods, seen through its pod template. What rules ask of it again and again is looked up once. */
public final class Workload {
    private final Located<? extends HasMetadata> owner;
    private final Located<PodTemplateSpec> template;
    private final Located<PodSpec> pod;
    private final PodSpec podSpec;
    private final Map<String, String> labels;
    private @Nullable List<PodContainer> containers;
    private @Nullable List<PodContainer> appContainers;
    private @Nullable List<Located<Volume>> volumes;
    private @Nullable List<Located<PersistentVolumeClaim>> claimTemplates;
    private @Nullable Located<LabelSelector> selector;

    private Workload(Located<? extends HasMetadata> owner, Located<PodTemplateSpec> template) {
        this.owner = owner;
        this.template = template;
        this.pod = template.step("spec", template.get().getSpec());
        this.podSpec = pod.isPresent() ? pod.get() : new PodSpec();
        ObjectMeta metadata = template.get().getMetadata();
        this.labels = metadata == null || metadata.getLabels() == null ? Map.of() : metadata.getLabels();
    }

    static @Nullable Workload of(Located<? extends HasMetadata> owner) {
        Located<PodTemplateSpec> template = template(owner);
        return template != null && template.isPresent() ? new Workload(owner, template) : null;
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
        if (object instanceof StatefulSet set) {
            return set.getSpec() == null
                    ? null
                    : owner.step("spec", set.getSpec())
                            .step("template", set.getSpec().getTemplate());
        } else if (object instanceof Deployment) {
            return owner.as(Deployment.class)
                    .field("spec", Deployment::getSpec)
                    .field("template", DeploymentSpec::getTemplate);
        } else if (object instanceof DaemonSet) {
            return owner.as(DaemonSet.class)
                    .field("spec", DaemonSet::getSpec)
                    .field("template", DaemonSetSpec::getTemplate);
        } else if (object instanceof Job) {
            return owner.as(Job.class).field("spec", Job::getSpec).field("template", JobSpec::getTemplate);
        } else if (object instanceof CronJob) {
            return owner.as(CronJob.class)
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

    /** The pod spec itself; one without any field where the template has none. */
    public PodSpec podSpec() {
        return podSpec;
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
        Located<LabelSelector> known = selector;
        if (known == null) {
            known = selector(owner);
            selector = known;
        }
        return known;
    }

    private static Located<LabelSelector> selector(Located<? extends HasMetadata> owner) {
        HasMetadata object = owner.get();
        if (object instanceof StatefulSet set && set.getSpec() != null) {
            return owner.step("spec", set.getSpec())
                    .step("selector", set.getSpec().getSelector());
        } else if (object instanceof Deployment) {
            return owner.as(Deployment.class)
                    .field("spec", Deployment::getSpec)
                    .field("selector", DeploymentSpec::getSelector);
        }
        return owner.as(DaemonSet.class)
                .field("spec", DaemonSet::getSpec)
                .field("selector", DaemonSetSpec::getSelector);
    }

    /** All containers: init containers and sidecars first, as they start. */
    public List<PodContainer> containers() {
        List<PodContainer> known = containers;
        if (known == null) {
            List<PodContainer> all = new ArrayList<>();
            add(all, pod.step("initContainers", podSpec.getInitContainers()), true);
            add(all, pod.step("containers", podSpec.getContainers()), false);
            known = List.copyOf(all);
            containers = known;
        }
        return known;
    }

    private static void add(List<PodContainer> all, Located<List<Container>> list, boolean areInit) {
        for (int i = 0; list.isPresent() && i < list.get().size(); i++) {
            Container container = list.get().get(i);
            if (container != null) {
                all.add(new PodContainer(list.object(), list, i, container, areInit));
            }
        }
    }

    /** The containers that run as long as the pod does, without init containers and sidecars. */
    public List<PodContainer> appContainers() {
        List<PodContainer> known = appContainers;
        if (known == null) {
            List<PodContainer> all = containers();
            int first = 0;
            while (first < all.size() && all.get(first).isInit()) {
                first++;
            }
            known = first == 0 ? all : List.copyOf(all.subList(first, all.size()));
            appContainers = known;
        }
        return known;
    }

    /** The volumes of the pod template. */
    public List<Located<Volume>> volumes() {
        List<Located<Volume>> known = volumes;
        if (known == null) {
            known = pod.items("volumes", podSpec.getVolumes());
            volumes = known;
        }
        return known;
    }

    /** The claim templates; nothing for what is not a StatefulSet. */
    public List<Located<PersistentVolumeClaim>> claimTemplates() {
        List<Located<PersistentVolumeClaim>> known = claimTemplates;
        if (known == null) {
            known = owner.get() instanceof StatefulSet set && set.getSpec() != null
                    ? owner.step("spec", set.getSpec())
                            .items("volumeClaimTemplates", set.getSpec().getVolumeClaimTemplates())
                    : List.of();
            claimTemplates = known;
        }
        return known;
    }

    /** Whether the owner is a StatefulSet. */
    public boolean isStatefulSet() {
        return owner.get() instanceof StatefulSet;
    }

    /** The owner as a StatefulSet; a mistake of the caller, who should have asked {@link #isStatefulSet}, if it is none. */
    public Located<StatefulSet> statefulSet() {
        return owner.as(StatefulSet.class);
    }
}
