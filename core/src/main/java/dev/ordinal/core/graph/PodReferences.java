package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
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
        PodSpec spec = workload.podSpec();
        Reference.named(
                Relation.BINDS, "ServiceAccount", pod.step("serviceAccountName", spec.getServiceAccountName()), arrows);
        for (var secret : pod.items("imagePullSecrets", spec.getImagePullSecrets())) {
            Reference.named(
                    Relation.PULLS_WITH,
                    "Secret",
                    secret.step("name", secret.get().getName()),
                    arrows);
        }
        for (Located<Volume> volume : workload.volumes()) {
            ofVolume(volume, arrows);
        }
        for (PodContainer container : workload.containers()) {
            ofContainer(container, arrows);
        }
    }

    private static void ofVolume(Located<Volume> volume, List<Reference> arrows) {
        ConfigMapVolumeSource config = volume.get().getConfigMap();
        if (config != null) {
            var at = volume.step("configMap", config);
            files(
                    "ConfigMap",
                    at.step("name", config.getName()),
                    config.getOptional(),
                    at.items("items", config.getItems()),
                    arrows);
        }
        SecretVolumeSource secret = volume.get().getSecret();
        if (secret != null) {
            var at = volume.step("secret", secret);
            files(
                    "Secret",
                    at.step("secretName", secret.getSecretName()),
                    secret.getOptional(),
                    at.items("items", secret.getItems()),
                    arrows);
        }
        PersistentVolumeClaimVolumeSource claim = volume.get().getPersistentVolumeClaim();
        if (claim != null) {
            var at = volume.step("persistentVolumeClaim", claim);
            Reference.named(
                    Relation.MOUNTS, "PersistentVolumeClaim", at.step("claimName", claim.getClaimName()), arrows);
        }
        ProjectedVolumeSource projected = volume.get().getProjected();
        if (projected != null) {
            for (var source : volume.step("projected", projected).items("sources", projected.getSources())) {
                ofProjection(source, arrows);
            }
        }
    }

    private static void ofProjection(Located<VolumeProjection> source, List<Reference> arrows) {
        ConfigMapProjection config = source.get().getConfigMap();
        if (config != null) {
            var at = source.step("configMap", config);
            files(
                    "ConfigMap",
                    at.step("name", config.getName()),
                    config.getOptional(),
                    at.items("items", config.getItems()),
                    arrows);
        }
        SecretProjection secret = source.get().getSecret();
        if (secret != null) {
            var at = source.step("secret", secret);
            files(
                    "Secret",
                    at.step("name", secret.getName()),
                    secret.getOptional(),
                    at.items("items", secret.getItems()),
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
                whole.key(item.step("key", item.get().getKey()), arrows);
            }
        }
    }

    private static void ofContainer(PodContainer container, List<Reference> arrows) {
        for (Located<EnvVar> variable : container.env()) {
            EnvVarSource source = variable.get().getValueFrom();
            if (source != null) {
                ofVariable(variable.step("valueFrom", source), arrows);
            }
        }
        for (Located<EnvFromSource> source :
                container.items("envFrom", container.get().getEnvFrom())) {
            ofSource(source, arrows);
        }
    }

    private static void ofVariable(Located<EnvVarSource> source, List<Reference> arrows) {
        ConfigMapKeySelector config = source.get().getConfigMapKeyRef();
        if (config != null) {
            var at = source.step("configMapKeyRef", config);
            key(
                    whole(Relation.READS_KEY_OF, "ConfigMap", at.step("name", config.getName()), config.getOptional()),
                    at.step("key", config.getKey()),
                    arrows);
        }
        SecretKeySelector secret = source.get().getSecretKeyRef();
        if (secret != null) {
            var at = source.step("secretKeyRef", secret);
            key(
                    whole(Relation.READS_KEY_OF, "Secret", at.step("name", secret.getName()), secret.getOptional()),
                    at.step("key", secret.getKey()),
                    arrows);
        }
    }

    private static void ofSource(Located<EnvFromSource> source, List<Reference> arrows) {
        ConfigMapEnvSource config = source.get().getConfigMapRef();
        if (config != null) {
            Located<String> name = source.step("configMapRef", config).step("name", config.getName());
            add(whole(Relation.READS_KEY_OF, "ConfigMap", name, config.getOptional()), arrows);
        }
        SecretEnvSource secret = source.get().getSecretRef();
        if (secret != null) {
            Located<String> name = source.step("secretRef", secret).step("name", secret.getName());
            add(whole(Relation.READS_KEY_OF, "Secret", name, secret.getOptional()), arrows);
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
