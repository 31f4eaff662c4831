package dev.ordinal.presets.server;

import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The volumes of one pod as folders of this machine, with the owners and modes that a kubelet gives them. */
final class Volumes {
    private static final int CONFIG_MODE = 0644;

    private final Path folder;
    private final ConfigSource configs;
    private final int group;
    private final Map<String, Path> folders = new HashMap<>();
    private @Nullable Path account;

    Volumes(Path folder, PodSpec pod, ConfigSource configs) {
        this.folder = folder;
        this.configs = configs;
        this.group = fsGroup(pod).orElse(0L).intValue();
        pod.getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() == null)
                .forEach(volume -> folders.put(volume.getName(), prepare(volume, pod)));
    }

    /** A claim keeps what is in it; a claim volume wins over a volume of the same name, as in the controller. */
    void claim(String volume, Path claim, PodSpec pod) {
        boolean owned = fsGroup(pod).isPresent();
        Disk.folder(claim, owned ? 02775 : 0755, group);
        Disk.folder(claim.resolve("lost+found"), 0700, 0);
        folders.put(volume, claim);
    }

    /** The token of the pod's account. */
    void account(Api api, String namespace) {
        account = api.account(namespace, group);
    }

    Optional<Path> account() {
        return Optional.ofNullable(account);
    }

    /** Writes the files of ConfigMaps and Secrets that pods see change while they run. */
    void refresh(PodSpec pod, ConfigSource now) {
        pod.getVolumes().forEach(volume -> {
            if (volume.getConfigMap() != null) {
                now.require("ConfigMap", volume.getConfigMap().getName())
                        .forEach((key, value) -> rewrite(volume, key, value));
            } else if (volume.getSecret() != null) {
                List<KeyToPath> items = volume.getSecret().getItems();
                now.find("Secret", volume.getSecret().getSecretName()).ifPresent(keys -> paths(items, keys)
                        .forEach((key, path) -> rewrite(volume, path, value(keys, key))));
            }
        });
    }

    private void rewrite(Volume volume, String path, byte[] content) {
        Disk.rewrite(folder.resolve(volume.getName()).resolve(path), new String(content, StandardCharsets.UTF_8));
    }

    private static Map<String, String> paths(List<KeyToPath> items, Map<String, byte[]> keys) {
        Map<String, String> paths = new HashMap<>();
        items.forEach(item -> paths.put(item.getKey(), item.getPath()));
        if (paths.isEmpty()) {
            keys.keySet().forEach(key -> paths.put(key, key));
        }
        return paths;
    }

    Path source(VolumeMount mount) {
        Path volume = folders.get(mount.getName());
        if (volume == null) {
            throw new IllegalStateException("no volume is called " + mount.getName());
        }
        String inside = mount.getSubPath();
        return inside == null || inside.isEmpty() ? volume : inside(volume, inside);
    }

    private Path inside(Path volume, String subPath) {
        Path path = volume.resolve(subPath);
        return path.toFile().exists() ? path : Disk.folder(path, group == 0 ? 0755 : 02775, group);
    }

    private static Optional<Long> fsGroup(PodSpec pod) {
        return Optional.ofNullable(pod.getSecurityContext()).map(context -> context.getFsGroup());
    }

    private Path prepare(Volume volume, PodSpec pod) {
        Path path = folder.resolve(volume.getName());
        if (volume.getConfigMap() != null) {
            var source = volume.getConfigMap();
            return files(
                    path,
                    "ConfigMap",
                    source.getName(),
                    source.getItems(),
                    mode(source.getDefaultMode()),
                    source.getOptional());
        } else if (volume.getSecret() != null) {
            var source = volume.getSecret();
            return files(
                    path,
                    "Secret",
                    source.getSecretName(),
                    source.getItems(),
                    mode(source.getDefaultMode()),
                    source.getOptional());
        } else if (volume.getProjected() != null) {
            return projected(path, volume.getProjected());
        } else if (volume.getEmptyDir() != null) {
            return Disk.folder(path, fsGroup(pod).isPresent() ? 02777 : 0777, group);
        }
        throw new UnsupportedOperationException("no such volume here: " + volume);
    }

    private Path projected(Path path, ProjectedVolumeSource projected) {
        int mode = mode(projected.getDefaultMode());
        Disk.folder(path, 0755, group);
        projected.getSources().forEach(source -> {
            if (source.getConfigMap() != null) {
                var map = source.getConfigMap();
                files(path, "ConfigMap", map.getName(), map.getItems(), mode, map.getOptional());
            } else if (source.getSecret() != null) {
                var secret = source.getSecret();
                files(path, "Secret", secret.getName(), secret.getItems(), mode, secret.getOptional());
            } else {
                throw new UnsupportedOperationException("no such projection here: " + source);
            }
        });
        return path;
    }

    private Path files(Path path, String kind, String name, List<KeyToPath> items, int mode, Boolean optional) {
        Disk.folder(path, 0755, group);
        Optional<Map<String, byte[]>> found = configs.find(kind, name);
        if (found.isEmpty() && Boolean.TRUE.equals(optional)) {
            return path;
        }
        Map<String, byte[]> keys = configs.require(kind, name);
        if (items == null || items.isEmpty()) {
            keys.forEach((key, value) -> Disk.file(path.resolve(key), value, mode, group));
        } else {
            items.forEach(item -> Disk.file(
                    path.resolve(item.getPath()),
                    value(keys, item.getKey()),
                    item.getMode() == null ? mode : item.getMode(),
                    group));
        }
        return path;
    }

    private static byte[] value(Map<String, byte[]> keys, String key) {
        byte[] value = keys.get(key);
        if (value == null) {
            throw new IllegalStateException("the pod waits for ever for the key " + key);
        }
        return value;
    }

    private static int mode(Integer written) {
        return Optional.ofNullable(written).map(Function.identity()).orElse(CONFIG_MODE);
    }
}
