package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What lies at the place where a container keeps its data: the mounts of the pod, and the image's own volumes above them. */
record DataMounts(Workload set, PodContainer container, DataPath known) {
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

    @Nullable
    Fault fault() {
        String path = path();
        if (path == null) {
            return null;
        }
        VolumeMount mount = deepest(path);
        String above = mount == null ? "" : Paths.normal(mount.getMountPath());
        String volume = known.volume();
        boolean isHidden =
                volume != null && Paths.covers(volume, path) && mount != null && above.length() < volume.length();
        if (mount != null && !isHidden && !isScratch(mount)) {
            return null;
        } else if (mount != null && isHidden && volume != null && isClaim(mount)) {
            return new Fault(
                    path,
                    Text.found(mount.getName()) + " at " + mount.getMountPath(),
                    "which the image declares as a volume of its own: that lies over the claim and is on the node",
                    volume,
                    !isConfigured());
        } else if (isConfigured()) {
            return null;
        }
        return mount == null || isHidden
                ? new Fault(path, "nothing at " + path, "which is on the node", volume == null ? path : volume, true)
                : new Fault(
                        path,
                        "emptyDir " + Text.found(mount.getName()) + " at " + mount.getMountPath(),
                        "which is an emptyDir on the node",
                        above,
                        true);
    }

    /** Where the data is; null where that is not known. */
    private @Nullable String path() {
        String setting = known.setting();
        if (setting == null) {
            return known.path();
        }
        for (Located<EnvVar> variable : container.env()) {
            if (setting.equals(variable.get().getName())) {
                String value = variable.get().getValue();
                return value == null || !value.startsWith("/") || value.contains(",") || value.contains("$")
                        ? null
                        : Paths.normal(value);
            }
        }
        return option(setting, Told.words(container));
    }

    private @Nullable String option(String setting, List<Located<String>> words) {
        StringBuilder text = new StringBuilder();
        boolean isSaid = false;
        for (Located<String> word : words) {
            isSaid |= word.get().contains(setting);
            text.append(text.isEmpty() ? "" : " ").append(word.get());
        }
        if (!isSaid) {
            return known.path();
        }
        Matcher option = Pattern.compile("(?:^|\\s)" + Pattern.quote(setting) + "[= ](/\\S+)")
                .matcher(text);
        return option.find() ? Paths.normal(option.group(1)) : known.path();
    }

    /** A command, or files of somebody's own, may move the data in ways that are not known here. */
    private boolean isConfigured() {
        for (Located<VolumeMount> mount : container.mounts()) {
            Volume v = isNamed(mount.get()) ? Mounts.volume(set, mount.get().getName()) : null;
            if (v != null && (v.getConfigMap() != null || v.getSecret() != null || v.getProjected() != null)) {
                return true;
            }
        }
        return container.get().getCommand() != null
                && !container.get().getCommand().isEmpty();
    }

    /** The mount at a path, or the nearest above it. */
    private @Nullable VolumeMount deepest(String path) {
        VolumeMount deepest = null;
        for (Located<VolumeMount> located : container.mounts()) {
            VolumeMount mount = located.get();
            if (isNamed(mount)
                    && Paths.covers(Paths.normal(mount.getMountPath()), path)
                    && (deepest == null
                            || Paths.normal(mount.getMountPath()).length()
                                    > Paths.normal(deepest.getMountPath()).length())) {
                deepest = mount;
            }
        }
        return deepest;
    }

    private static boolean isNamed(VolumeMount mount) {
        return mount.getMountPath() != null && mount.getName() != null;
    }

    private boolean isClaim(VolumeMount mount) {
        Volume volume = Mounts.volume(set, mount.getName());
        return Sets.hasClaim(set, mount.getName()) || (volume != null && volume.getPersistentVolumeClaim() != null);
    }

    private boolean isScratch(VolumeMount mount) {
        Volume volume = Mounts.volume(set, mount.getName());
        return !Sets.hasClaim(set, mount.getName()) && volume != null && volume.getEmptyDir() != null;
    }
}
