package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lies at the place where a container keeps its data: the mounts of the pod, and the image's own volumes above them. */
record DataMounts(Workload set, Located<Container> container, DataPath known) {
    /**
     * A way in which data is not on a claim.
     *
     * @param path where the data is
     * @param found what is mounted instead
     * @param why the way
     * @param mountAt where a claim belongs
     * @param isCertain whether nothing else can have moved the data
     */
    record Fault(String path, String found, String why, String mountAt, boolean isCertain) {}

    Optional<Fault> fault() {
        String path = path();
        if (path == null) {
            return Optional.empty();
        }
        Optional<VolumeMount> mount = deepest(path);
        String above = mount.map(m -> Paths.normal(m.getMountPath())).orElse("");
        String volume = known.volume();
        boolean isHidden =
                volume != null && Paths.covers(volume, path) && mount.isPresent() && above.length() < volume.length();
        if (isHidden && volume != null && isClaim(mount.get())) {
            return Optional.of(new Fault(
                    path,
                    Text.found(mount.get().getName()) + " at " + mount.get().getMountPath(),
                    "which the image declares as a volume of its own: that lies over the claim and is on the node",
                    volume,
                    !isConfigured()));
        } else if (isConfigured() || (mount.isPresent() && !isHidden && !isScratch(mount.get()))) {
            return Optional.empty();
        }
        return Optional.of(
                mount.isEmpty() || isHidden
                        ? new Fault(
                                path,
                                "nothing at " + path,
                                "which is on the node",
                                volume == null ? path : volume,
                                true)
                        : new Fault(
                                path,
                                "emptyDir " + Text.found(mount.get().getName()) + " at "
                                        + mount.get().getMountPath(),
                                "which is an emptyDir on the node",
                                above,
                                true));
    }

    /** Where the data is; null where that is not known. */
    private @Nullable String path() {
        String setting = known.setting();
        if (setting == null) {
            return known.path();
        }
        Optional<EnvVar> variable = container
                .each("env", Container::getEnv)
                .map(Located::get)
                .filter(v -> setting.equals(v.getName()))
                .findFirst();
        if (variable.isPresent()) {
            String value = variable.get().getValue();
            return value == null || !value.startsWith("/") || value.contains(",") || value.contains("$")
                    ? null
                    : Paths.normal(value);
        }
        return option(setting).map(Paths::normal).orElse(known.path());
    }

    private Optional<String> option(String setting) {
        String words = Told.words(container).map(Located::get).collect(Collectors.joining(" "));
        Matcher option = Pattern.compile("(?:^|\\s)" + Pattern.quote(setting) + "[= ](/\\S+)")
                .matcher(words);
        return option.find() ? Optional.of(option.group(1)) : Optional.empty();
    }

    /** A command, or files of somebody's own, may move the data in ways that are not known here. */
    private boolean isConfigured() {
        return !container.map(Container::getCommand).or(List.of()).isEmpty()
                || mounts().anyMatch(mount -> volume(mount)
                        .filter(v -> v.getConfigMap() != null || v.getSecret() != null || v.getProjected() != null)
                        .isPresent());
    }

    private Optional<VolumeMount> deepest(String path) {
        return mounts().filter(mount -> Paths.covers(Paths.normal(mount.getMountPath()), path))
                .max(Comparator.comparing(
                        mount -> Paths.normal(mount.getMountPath()).length()));
    }

    private Stream<VolumeMount> mounts() {
        return container
                .each("volumeMounts", Container::getVolumeMounts)
                .map(Located::get)
                .filter(mount -> mount.getMountPath() != null && mount.getName() != null);
    }

    private boolean isClaim(VolumeMount mount) {
        return set.claimTemplates().anyMatch(t -> Sets.name(t).or("").equals(mount.getName()))
                || volume(mount)
                        .filter(v -> v.getPersistentVolumeClaim() != null)
                        .isPresent();
    }

    private boolean isScratch(VolumeMount mount) {
        return set.claimTemplates().noneMatch(t -> Sets.name(t).or("").equals(mount.getName()))
                && volume(mount).filter(v -> v.getEmptyDir() != null).isPresent();
    }

    private Optional<Volume> volume(VolumeMount mount) {
        return set.pod()
                .each("volumes", PodSpec::getVolumes)
                .map(Located::get)
                .filter(v -> mount.getName().equals(v.getName()))
                .findFirst();
    }
}
