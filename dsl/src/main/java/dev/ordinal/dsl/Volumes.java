package dev.ordinal.dsl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What containers mount and read, each once, in the order in which it is met. */
final class Volumes {
    private Volumes() {}

    /** Those that the members' containers mount. */
    static Set<VolumeSpec> of(StatefulApp app) {
        Set<VolumeSpec> volumes = new LinkedHashSet<>();
        add(app.initContainers(), volumes);
        add(app.sidecars(), volumes);
        add(app.containers(), volumes);
        return volumes;
    }

    /** Those that a job's containers mount. */
    static Set<VolumeSpec> of(JobSpec job) {
        Set<VolumeSpec> volumes = new LinkedHashSet<>();
        add(job.initContainers(), volumes);
        add(job.containers(), volumes);
        return volumes;
    }

    private static void add(List<ContainerSpec> containers, Set<VolumeSpec> volumes) {
        for (ContainerSpec container : containers) {
            for (MountSpec mount : container.mounts()) {
                volumes.add(mount.volume());
            }
            for (DeviceSpec device : container.devices()) {
                volumes.add(device.volume());
            }
        }
    }

    /** The files of the members: those that are mounted, then those that are only read as environment variables. */
    static Set<FilesVolume> filesOf(StatefulApp app) {
        Set<FilesVolume> files = filesAmong(of(app));
        addRead(app.initContainers(), files);
        addRead(app.sidecars(), files);
        addRead(app.containers(), files);
        return files;
    }

    /** The files of a job, in the same order. */
    static Set<FilesVolume> filesOf(JobSpec job) {
        Set<FilesVolume> files = filesAmong(of(job));
        addRead(job.initContainers(), files);
        addRead(job.containers(), files);
        return files;
    }

    private static Set<FilesVolume> filesAmong(Set<VolumeSpec> volumes) {
        Set<FilesVolume> files = new LinkedHashSet<>();
        for (VolumeSpec volume : volumes) {
            if (volume instanceof FilesVolume one) {
                files.add(one);
            }
        }
        return files;
    }

    private static void addRead(List<ContainerSpec> containers, Set<FilesVolume> files) {
        for (ContainerSpec container : containers) {
            for (EnvSpec variable : container.environment()) {
                if (variable.source() instanceof EnvSource.FileKey key) {
                    files.add(key.files());
                }
            }
            for (EnvFromSpec from : container.environmentFrom()) {
                if (from.bundle() instanceof FilesVolume one) {
                    files.add(one);
                }
            }
        }
    }
}
