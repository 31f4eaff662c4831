package dev.ordinal.core.graph;

import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.stream.Stream;

/** Finds the arrows that start inside a pod template. */
final class PodReferences {
    private PodReferences() {}

    static Stream<Reference> of(Workload workload) {
        Located<PodSpec> pod = workload.pod();
        Stream<Reference> account = Reference.named(
                Relation.BINDS, "ServiceAccount", pod.field("serviceAccountName", PodSpec::getServiceAccountName));
        Stream<Reference> pulls = pod.each("imagePullSecrets", PodSpec::getImagePullSecrets)
                .map(secret -> secret.field("name", LocalObjectReference::getName))
                .flatMap(name -> Reference.named(Relation.PULLS_WITH, "Secret", name));
        Stream<Reference> volumes = pod.each("volumes", PodSpec::getVolumes).flatMap(PodReferences::ofVolume);
        Stream<Reference> environment = workload.containers().flatMap(PodReferences::ofContainer);
        return Stream.of(account, pulls, volumes, environment).flatMap(s -> s);
    }

    private static Stream<Reference> ofVolume(Located<Volume> volume) {
        var config = volume.field("configMap", Volume::getConfigMap);
        var secret = volume.field("secret", Volume::getSecret);
        var claim = volume.field("persistentVolumeClaim", Volume::getPersistentVolumeClaim);
        return Stream.of(
                        files(
                                "ConfigMap",
                                config.field("name", ConfigMapVolumeSource::getName),
                                config.field("optional", ConfigMapVolumeSource::getOptional),
                                config.each("items", ConfigMapVolumeSource::getItems)),
                        files(
                                "Secret",
                                secret.field("secretName", SecretVolumeSource::getSecretName),
                                secret.field("optional", SecretVolumeSource::getOptional),
                                secret.each("items", SecretVolumeSource::getItems)),
                        Reference.named(
                                Relation.MOUNTS,
                                "PersistentVolumeClaim",
                                claim.field("claimName", PersistentVolumeClaimVolumeSource::getClaimName)),
                        volume.field("projected", Volume::getProjected)
                                .each("sources", ProjectedVolumeSource::getSources)
                                .flatMap(PodReferences::ofProjection))
                .flatMap(s -> s);
    }

    private static Stream<Reference> ofProjection(Located<VolumeProjection> source) {
        var config = source.field("configMap", VolumeProjection::getConfigMap);
        var secret = source.field("secret", VolumeProjection::getSecret);
        return Stream.concat(
                files(
                        "ConfigMap",
                        config.field("name", ConfigMapProjection::getName),
                        config.field("optional", ConfigMapProjection::getOptional),
                        config.each("items", ConfigMapProjection::getItems)),
                files(
                        "Secret",
                        secret.field("name", SecretProjection::getName),
                        secret.field("optional", SecretProjection::getOptional),
                        secret.each("items", SecretProjection::getItems)));
    }

    private static Stream<Reference> files(
            String kind, Located<String> name, Located<Boolean> optional, Stream<Located<KeyToPath>> items) {
        return Reference.named(Relation.MOUNTS, kind, name)
                .map(whole -> whole.optional(optional.or(false)))
                .flatMap(whole -> Stream.concat(
                        Stream.of(whole),
                        items.map(item -> item.field("key", KeyToPath::getKey)).flatMap(whole::key)));
    }

    private static Stream<Reference> ofContainer(Located<Container> container) {
        return Stream.concat(
                container
                        .each("env", Container::getEnv)
                        .map(variable -> variable.field("valueFrom", EnvVar::getValueFrom))
                        .flatMap(PodReferences::ofVariable),
                container.each("envFrom", Container::getEnvFrom).flatMap(PodReferences::ofSource));
    }

    private static Stream<Reference> ofVariable(Located<EnvVarSource> source) {
        var config = source.field("configMapKeyRef", EnvVarSource::getConfigMapKeyRef);
        var secret = source.field("secretKeyRef", EnvVarSource::getSecretKeyRef);
        return Stream.concat(
                environment(
                                "ConfigMap",
                                config.field("name", ConfigMapKeySelector::getName),
                                config.field("optional", ConfigMapKeySelector::getOptional))
                        .flatMap(r -> r.key(config.field("key", ConfigMapKeySelector::getKey))),
                environment(
                                "Secret",
                                secret.field("name", SecretKeySelector::getName),
                                secret.field("optional", SecretKeySelector::getOptional))
                        .flatMap(r -> r.key(secret.field("key", SecretKeySelector::getKey))));
    }

    private static Stream<Reference> ofSource(Located<EnvFromSource> source) {
        var config = source.field("configMapRef", EnvFromSource::getConfigMapRef);
        var secret = source.field("secretRef", EnvFromSource::getSecretRef);
        return Stream.concat(
                environment(
                        "ConfigMap",
                        config.field("name", ConfigMapEnvSource::getName),
                        config.field("optional", ConfigMapEnvSource::getOptional)),
                environment(
                        "Secret",
                        secret.field("name", SecretEnvSource::getName),
                        secret.field("optional", SecretEnvSource::getOptional)));
    }

    private static Stream<Reference> environment(String kind, Located<String> name, Located<Boolean> optional) {
        return Reference.named(Relation.READS_KEY_OF, kind, name).map(r -> r.optional(optional.or(false)));
    }
}
