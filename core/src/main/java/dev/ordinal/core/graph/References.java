package dev.ordinal.core.graph;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the arrows that start from one object. */
final class References {
    private References() {}

    static Stream<Reference> of(ResourceGraph graph, Located<HasMetadata> object) {
        Stream<Reference> pods = Workload.of(object).stream().flatMap(References::ofWorkload);
        HasMetadata value = object.get();
        if (value instanceof StatefulSet) {
            return Stream.concat(ofStatefulSet(object.map(StatefulSet.class::cast)), pods);
        } else if (value instanceof Service) {
            Located<Map<String, String>> selector = object.map(Service.class::cast)
                    .field("spec", Service::getSpec)
                    .field("selector", ServiceSpec::getSelector);
            return selected(graph, selector, labels -> Selectors.selects(selector.or(Map.of()), labels));
        } else if (value instanceof PodDisruptionBudget) {
            var selector = object.map(PodDisruptionBudget.class::cast)
                    .field("spec", PodDisruptionBudget::getSpec)
                    .field("selector", PodDisruptionBudgetSpec::getSelector);
            return selected(
                    graph, selector, labels -> selector.isPresent() && Selectors.selects(selector.get(), labels));
        } else if (value instanceof NetworkPolicy) {
            var selector = object.map(NetworkPolicy.class::cast)
                    .field("spec", NetworkPolicy::getSpec)
                    .field("podSelector", NetworkPolicySpec::getPodSelector);
            return selected(
                    graph, selector, labels -> selector.isPresent() && Selectors.selects(selector.get(), labels));
        } else if (value instanceof RoleBinding) {
            return ofRoleBinding(object.map(RoleBinding.class::cast));
        } else if (value instanceof HorizontalPodAutoscaler) {
            return scales(object.map(HorizontalPodAutoscaler.class::cast));
        }
        return pods;
    }

    private static Stream<Reference> selected(
            ResourceGraph graph, Located<?> selector, Predicate<Map<String, String>> selects) {
        return graph.workloadsIn(selector.object().namespace())
                .filter(workload -> selects.test(workload.labels()))
                .map(workload -> new Reference(Relation.SELECTS, selector, workload.ref(), null, false));
    }

    private static Stream<Reference> ofStatefulSet(Located<StatefulSet> set) {
        Located<String> service =
                set.field("spec", StatefulSet::getSpec).field("serviceName", StatefulSetSpec::getServiceName);
        Stream<Reference> governed = named(service, Relation.GOVERNED_BY, "Service");
        Stream<Reference> claims = set.field("spec", StatefulSet::getSpec)
                .each("volumeClaimTemplates", StatefulSetSpec::getVolumeClaimTemplates)
                .flatMap(template -> claims(set.get(), template));
        return Stream.concat(governed, claims);
    }

    private static Stream<Reference> claims(StatefulSet set, Located<PersistentVolumeClaim> template) {
        Located<String> name =
                template.field("metadata", PersistentVolumeClaim::getMetadata).field("name", meta -> meta.getName());
        return Member.of(set).stream()
                .filter(member -> name.isPresent())
                .map(member -> Reference.to(
                        Relation.CLAIMS, name, "PersistentVolumeClaim", member.namespace(), member.claim(name.get())));
    }

    private static Stream<Reference> ofRoleBinding(Located<RoleBinding> binding) {
        Located<RoleRef> role = binding.field("roleRef", RoleBinding::getRoleRef);
        Located<String> roleName = role.field("name", RoleRef::getName);
        String kind =
                role.isPresent() && role.get().getKind() != null ? role.get().getKind() : "Role";
        Stream<Reference> subjects = binding.each("subjects", RoleBinding::getSubjects)
                .filter(subject -> "ServiceAccount".equals(subject.get().getKind())
                        && subject.get().getName() != null)
                .map(subject -> Reference.to(
                        Relation.BINDS,
                        subject.field("name", Subject::getName),
                        "ServiceAccount",
                        subject.get().getNamespace(),
                        subject.get().getName()));
        return Stream.concat(named(roleName, Relation.BINDS, kind), subjects);
    }

    private static Stream<Reference> scales(Located<HorizontalPodAutoscaler> autoscaler) {
        Located<CrossVersionObjectReference> target = autoscaler
                .field("spec", HorizontalPodAutoscaler::getSpec)
                .field("scaleTargetRef", HorizontalPodAutoscalerSpec::getScaleTargetRef);
        String kind = target.isPresent() && target.get().getKind() != null
                ? target.get().getKind()
                : "";
        return named(target.field("name", CrossVersionObjectReference::getName), Relation.SCALES, kind);
    }

    private static Stream<Reference> ofWorkload(Workload workload) {
        Located<PodSpec> pod = workload.pod();
        Stream<Reference> account = named(
                pod.field("serviceAccountName", PodSpec::getServiceAccountName), Relation.BINDS, "ServiceAccount");
        Stream<Reference> pulls = pod.each("imagePullSecrets", PodSpec::getImagePullSecrets)
                .flatMap(s -> named(s.field("name", LocalObjectReference::getName), Relation.PULLS_WITH, "Secret"));
        Stream<Reference> volumes = pod.each("volumes", PodSpec::getVolumes).flatMap(References::ofVolume);
        Stream<Reference> environment = workload.containers().flatMap(References::ofEnvironment);
        return Stream.of(account, pulls, volumes, environment).flatMap(s -> s);
    }

    private static Stream<Reference> ofVolume(Located<Volume> volume) {
        var configMap = volume.field("configMap", Volume::getConfigMap);
        var secret = volume.field("secret", Volume::getSecret);
        var claim = volume.field("persistentVolumeClaim", Volume::getPersistentVolumeClaim);
        Stream<Reference> projected = volume.field("projected", Volume::getProjected)
                .each("sources", ProjectedVolumeSource::getSources)
                .flatMap(References::ofProjection);
        Stream<Reference> direct = Stream.of(
                        named(configMap.field("name", c -> c.getName()), Relation.MOUNTS, "ConfigMap")
                                .map(r -> r.optional(configMap.get().getOptional())),
                        named(secret.field("secretName", s -> s.getSecretName()), Relation.MOUNTS, "Secret")
                                .map(r -> r.optional(secret.get().getOptional())),
                        named(
                                claim.field("claimName", c -> c.getClaimName()),
                                Relation.MOUNTS,
                                "PersistentVolumeClaim"))
                .flatMap(s -> s);
        return Stream.of(
                        direct,
                        configMap
                                .each("items", c -> c.getItems())
                                .flatMap(item -> configMap.get().getName() == null
                                        ? Stream.empty()
                                        : Stream.of(Reference.to(
                                                        Relation.MOUNTS,
                                                        item.field("key", i -> i.getKey()),
                                                        "ConfigMap",
                                                        volume.object().namespace(),
                                                        configMap.get().getName())
                                                .key(item.get().getKey())
                                                .optional(configMap.get().getOptional()))),
                        secret.each("items", s -> s.getItems())
                                .flatMap(item -> secret.get().getSecretName() == null
                                        ? Stream.empty()
                                        : Stream.of(Reference.to(
                                                        Relation.MOUNTS,
                                                        item.field("key", i -> i.getKey()),
                                                        "Secret",
                                                        volume.object().namespace(),
                                                        secret.get().getSecretName())
                                                .key(item.get().getKey())
                                                .optional(secret.get().getOptional()))),
                        projected)
                .flatMap(s -> s);
    }

    private static Stream<Reference> ofProjection(Located<VolumeProjection> source) {
        var configMap = source.field("configMap", VolumeProjection::getConfigMap);
        var secret = source.field("secret", VolumeProjection::getSecret);
        return Stream.concat(
                named(configMap.field("name", c -> c.getName()), Relation.MOUNTS, "ConfigMap")
                        .map(r -> r.optional(configMap.get().getOptional())),
                named(secret.field("name", s -> s.getName()), Relation.MOUNTS, "Secret")
                        .map(r -> r.optional(secret.get().getOptional())));
    }

    private static Stream<Reference> ofEnvironment(Located<Container> container) {
        Stream<Reference> variables = container.each("env", Container::getEnv).flatMap(References::ofVariable);
        Stream<Reference> whole =
                container.each("envFrom", Container::getEnvFrom).flatMap(References::ofSource);
        return Stream.concat(variables, whole);
    }

    private static Stream<Reference> ofVariable(Located<EnvVar> variable) {
        Located<EnvVarSource> from = variable.field("valueFrom", EnvVar::getValueFrom);
        var config = from.field("configMapKeyRef", EnvVarSource::getConfigMapKeyRef);
        var secret = from.field("secretKeyRef", EnvVarSource::getSecretKeyRef);
        return Stream.concat(
                named(config.field("name", c -> c.getName()), Relation.READS_KEY_OF, "ConfigMap")
                        .map(r -> r.key(config.get().getKey())
                                .optional(config.get().getOptional())),
                named(secret.field("name", s -> s.getName()), Relation.READS_KEY_OF, "Secret")
                        .map(r -> r.key(secret.get().getKey())
                                .optional(secret.get().getOptional())));
    }

    private static Stream<Reference> ofSource(Located<EnvFromSource> source) {
        var config = source.field("configMapRef", EnvFromSource::getConfigMapRef);
        var secret = source.field("secretRef", EnvFromSource::getSecretRef);
        return Stream.concat(
                named(config.field("name", c -> c.getName()), Relation.READS_KEY_OF, "ConfigMap")
                        .map(r -> r.optional(config.get().getOptional())),
                named(secret.field("name", s -> s.getName()), Relation.READS_KEY_OF, "Secret")
                        .map(r -> r.optional(secret.get().getOptional())));
    }

    private static Stream<Reference> named(Located<String> name, Relation relation, String kind) {
        return name.isPresent() && !name.get().isEmpty()
                ? Stream.of(Reference.to(relation, name, kind, name.object().namespace(), name.get()))
                : Stream.empty();
    }
}
