package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the arrows that start inside a pod template. */
final class PodReferences {
    private PodReferences() {}

    static void of(Workload workload, List<Reference> arrows) {
        Located<PodSpec> pod = workload.pod();
        Reference.named(
                Relation.BINDS,
                "ServiceAccount",
                pod.field("serviceAccountName", PodSpec::getServiceAccountName),
                arrows);
        for (var secret : pod.each("imagePullSecrets", PodSpec::getImagePullSecrets)) {
            Reference.named(Relation.PULLS_WITH, "Secret", secret.field("name", LocalObjectReference::getName), arrows);
        }
        for (Located<Volume> volume : workload.volumes()) {
            ofVolume(volume, arrows);
        }
        for (PodContainer container : workload.containers()) {
            ofContainer(container, arrows);
        }
    }

    private static void ofVolume(Located<Volume> volume, List<Reference> arrows) {
        if (volume.get().getConfigMap() != null) {
            var config = volume.field("configMap", Volume::getConfigMap);
            files(
                    "ConfigMap",
                    config.field("name", ConfigMapVolumeSource::getName),
                    config.get().getOptional(),
                    config.each("items", ConfigMapVolumeSource::getItems),
                    arrows);
        }
        if (volume.get().getSecret() != null) {
            var secret = volume.field("secret", Volume::getSecret);
            files(
                    "Secret",
                    secret.field("secretName", SecretVolumeSource::getSecretName),
                    secret.get().getOptional(),
                    secret.each("items", SecretVolumeSource::getItems),
                    arrows);
        }
        if (volume.get().getPersistentVolumeClaim() != null) {
            var claim = volume.field("persistentVolumeClaim", Volume::getPersistentVolumeClaim)
                    .field("claimName", PersistentVolumeClaimVolumeSource::getClaimName);
            Reference.named(Relation.MOUNTS, "PersistentVolumeClaim", claim, arrows);
        }
        if (volume.get().getProjected() != null) {
            volume.field("projected", Volume::getProjected)
                    .each("sources", ProjectedVolumeSource::getSources)
                    .forEach(source -> ofProjection(source, arrows));
        }
    }

    private static void ofProjection(Located<VolumeProjection> source, List<Reference> arrows) {
        if (source.get().getConfigMap() != null) {
            var config = source.field("configMap", VolumeProjection::getConfigMap);
            files(
                    "ConfigMap",
                    config.field("name", ConfigMapProjection::getName),
                    config.get().getOptional(),
                    config.each("items", ConfigMapProjection::getItems),
                    arrows);
        }
        if (source.get().getSecret() != null) {
            var secret = source.field("secret", VolumeProjection::getSecret);
            files(
                    "Secret",
                    secret.field("name", SecretProjection::getName),
                    secret.get().getOptional(),
                    secret.each("items", SecretProjection::getItems),
                    arrows);
        }
    }

    private static void files(
            String kind,
            Located<String> name,
            @Nullable Boolean optional,
            List<Located<KeyToPath>> items,
            List<Reference> arrows) {
        Reference whole = whole(Relation.MOUNTS, kind, name, optional);
        if (whole != null) {
            arrows.add(whole);
            for (Located<KeyToPath> item : items) {
                whole.key(item.field("key", KeyToPath::getKey), arrows);
            }
        }
    }

    private static void ofContainer(PodContainer container, List<Reference> arrows) {
        for (Located<EnvVar> variable : container.env()) {
            if (variable.get().getValueFrom() != null) {
                ofVariable(variable.field("valueFrom", EnvVar::getValueFrom), arrows);
            }
        }
        for (Located<EnvFromSource> source : container.each("envFrom", Container::getEnvFrom)) {
            ofSource(source, arrows);
        }
    }

    private static void ofVariable(Located<EnvVarSource> source, List<Reference> arrows) {
        if (source.get().getConfigMapKeyRef() != null) {
            var config = source.field("configMapKeyRef", EnvVarSource::getConfigMapKeyRef);
            key(
                    whole(
                            Relation.READS_KEY_OF,
                            "ConfigMap",
                            config.field("name", ConfigMapKeySelector::getName),
                            config.get().getOptional()),
                    config.field("key", ConfigMapKeySelector::getKey),
                    arrows);
        }
        if (source.get().getSecretKeyRef() != null) {
            var secret = source.field("secretKeyRef", EnvVarSource::getSecretKeyRef);
            key(
                    whole(
                            Relation.READS_KEY_OF,
                            "Secret",
                            secret.field("name", SecretKeySelector::getName),
                            secret.get().getOptional()),
                    secret.field("key", SecretKeySelector::getKey),
                    arrows);
        }
    }

    private static void ofSource(Located<EnvFromSource> source, List<Reference> arrows) {
        var config = source.field("configMapRef", EnvFromSource::getConfigMapRef);
        if (config.isPresent()) {
            add(
                    whole(
                            Relation.READS_KEY_OF,
                            "ConfigMap",
                            config.field("name", ConfigMapEnvSource::getName),
                            config.get().getOptional()),
                    arrows);
        }
        var secret = source.field("secretRef", EnvFromSource::getSecretRef);
        if (secret.isPresent()) {
            add(
                    whole(
                            Relation.READS_KEY_OF,
                            "Secret",
                            secret.field("name", SecretEnvSource::getName),
                            secret.get().getOptional()),
                    arrows);
        }
    }

    /** The arrow to an object whose name a field holds; null while it holds none. */
    private static @Nullable Reference whole(
            Relation relation, String kind, Located<String> name, @Nullable Boolean optional) {
        ObjectRef to = ObjectRef.of(kind, name.object().namespace(), name.or(""));
        return to.name().isEmpty() ? null : new Reference(relation, name, to, null, Boolean.TRUE.equals(optional));
    }

    private static void key(@Nullable Reference whole, Located<String> key, List<Reference> arrows) {
        if (whole != null) {
            whole.key(key, arrows);
        }
    }

    private static void add(@Nullable Reference arrow, List<Reference> arrows) {
        if (arrow != null) {
            arrows.add(arrow);
        }
    }
}
