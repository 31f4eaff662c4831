package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;

/** A container of a pod template, with the lists that rules go through again and again. */
public final class PodContainer extends Located<Container> {
    private final boolean isInit;
    private final List<Located<String>> command;
    private final List<Located<String>> args;
    private final List<Located<EnvVar>> env;
    private final List<Located<ContainerPort>> ports;
    private final List<Located<VolumeMount>> mounts;
    private final List<Located<VolumeDevice>> devices;

    PodContainer(ObjectRef object, Located<?> list, int index, Container container, boolean isInit) {
        super(object, list, "", index, container);
        this.isInit = isInit;
        this.command = items("command", container.getCommand());
        this.args = items("args", container.getArgs());
        this.env = items("env", container.getEnv());
        this.ports = items("ports", container.getPorts());
        this.mounts = items("volumeMounts", container.getVolumeMounts());
        this.devices = items("volumeDevices", container.getVolumeDevices());
    }

    /** Whether it is one of {@code initContainers}: a sidecar too. */
    public boolean isInit() {
        return isInit;
    }

    /** The words of its command. */
    public List<Located<String>> command() {
        return command;
    }

    /** The words behind its command. */
    public List<Located<String>> args() {
        return args;
    }

    /** Its variables. */
    public List<Located<EnvVar>> env() {
        return env;
    }

    /** The ports that it declares. */
    public List<Located<ContainerPort>> ports() {
        return ports;
    }

    /** The volumes that it uses as directories or files. */
    public List<Located<VolumeMount>> mounts() {
        return mounts;
    }

    /** The volumes that it uses as raw devices. */
    public List<Located<VolumeDevice>> devices() {
        return devices;
    }
}
