package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.DownwardAPIProjection;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keys, facts and tokens as files. */
final class ProjectionRenderer {
    private ProjectionRenderer() {}

    static ConfigMapVolumeSource files(FilesVolume volume, String configMap) {
        ConfigMapVolumeSource source = new ConfigMapVolumeSource();
        source.setName(configMap);
        source.setDefaultMode(volume.mode().orElse(null));
        return source;
    }

    static ConfigMapVolumeSource config(ConfigVolume volume) {
        ConfigMapVolumeSource source = new ConfigMapVolumeSource();
        source.setName(volume.config().name());
        source.setDefaultMode(volume.mode().orElse(null));
        source.setItems(items(volume.items()));
        source.setOptional(EnvironmentRenderer.onlyIf(volume.isOptional()));
        return source;
    }

    static SecretVolumeSource secret(SecretVolume volume) {
        SecretVolumeSource source = new SecretVolumeSource();
        source.setSecretName(volume.secret().name());
        source.setDefaultMode(volume.mode().orElse(null));
        source.setItems(items(volume.items()));
        source.setOptional(EnvironmentRenderer.onlyIf(volume.isOptional()));
        return source;
    }

    static DownwardAPIVolumeSource downward(DownwardVolume volume) {
        DownwardAPIVolumeSource source = new DownwardAPIVolumeSource();
        source.setItems(facts(volume.fields()));
        return source;
    }

    static ProjectedVolumeSource projected(ProjectedVolume volume) {
        ProjectedVolumeSource source = new ProjectedVolumeSource();
        source.setDefaultMode(volume.mode().orElse(null));
        source.setSources(
                volume.sources().stream().map(ProjectionRenderer::source).toList());
        return source;
    }

    private static List<KeyToPath> items(List<FileItem> items) {
        List<KeyToPath> paths = new ArrayList<>(items.size());
        for (FileItem item : items) {
            paths.add(item(item));
        }
        return paths;
    }

    private static KeyToPath item(FileItem spec) {
        KeyToPath item = new KeyToPath();
        item.setKey(spec.key());
        item.setPath(spec.path());
        item.setMode(spec.mode().orElse(null));
        return item;
    }

    private static List<DownwardAPIVolumeFile> facts(Map<String, PodField> fields) {
        return fields.entrySet().stream()
                .map(entry -> fact(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static DownwardAPIVolumeFile fact(String path, PodField field) {
        DownwardAPIVolumeFile file = new DownwardAPIVolumeFile();
        file.setPath(path);
        file.setFieldRef(EnvironmentRenderer.field(field));
        return file;
    }

    private static VolumeProjection source(Projection source) {
        VolumeProjection projection = new VolumeProjection();
        if (source instanceof Projection.OfSecret secret) {
            projection.setSecret(
                    new SecretProjection(items(secret.items()), secret.secret().name(), null));
        } else if (source instanceof Projection.OfConfig config) {
            projection.setConfigMap(new ConfigMapProjection(
                    items(config.items()), config.config().name(), null));
        } else if (source instanceof Projection.OfPod pod) {
            projection.setDownwardAPI(new DownwardAPIProjection(facts(pod.fields())));
        } else if (source instanceof Projection.OfToken token) {
            projection.setServiceAccountToken(token(token));
        }
        return projection;
    }

    private static ServiceAccountTokenProjection token(Projection.OfToken spec) {
        ServiceAccountTokenProjection token = new ServiceAccountTokenProjection();
        token.setPath(spec.path());
        token.setAudience(spec.audience().isEmpty() ? null : spec.audience());
        token.setExpirationSeconds(Seconds.longOf(spec.lifetime()));
        return token;
    }
}
