package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One container. */
final class ContainerRenderer {
    private ContainerRenderer() {}

    static Container render(StatefulApp app, ContainerSpec spec) {
        Container container = new Container();
        container.setName(spec.name());
        container.setImage(spec.image());
        container.setImagePullPolicy(
                spec.pullPolicy().isPresent() ? spec.pullPolicy().get().toString() : null);
        container.setCommand(spec.command());
        container.setArgs(spec.args());
        container.setWorkingDir(spec.workingDir().orElse(null));
        container.setTerminationMessagePath(spec.terminationMessagePath().orElse(null));
        container.setPorts(ports(spec.ports()));
        container.setEnv(EnvironmentRenderer.variables(app, spec.environment()));
        container.setEnvFrom(EnvironmentRenderer.bundles(app, spec.environmentFrom()));
        container.setVolumeMounts(mounts(spec.mounts()));
        container.setVolumeDevices(devices(spec.devices()));
        container.setResources(resources(spec));
        container.setStartupProbe(ProbeRenderer.probe(spec.startup()));
        container.setReadinessProbe(ProbeRenderer.probe(spec.ready()));
        container.setLivenessProbe(ProbeRenderer.probe(spec.live()));
        container.setLifecycle(ProbeRenderer.lifecycle(spec));
        container.setSecurityContext(SecurityRenderer.container(spec.security()));
        return container;
    }

    private static List<ContainerPort> ports(List<Port> specs) {
        List<ContainerPort> ports = new ArrayList<>(specs.size());
        for (Port spec : specs) {
            ContainerPort port = new ContainerPort();
            port.setName(spec.name());
            port.setContainerPort(spec.number());
            port.setProtocol(protocol(spec));
            ports.add(port);
        }
        return ports;
    }

    /** TCP is the API server's default and left out. */
    static @Nullable String protocol(Port port) {
        return port.protocol() == Port.Protocol.TCP ? null : port.protocol().name();
    }

    private static List<VolumeMount> mounts(List<MountSpec> specs) {
        List<VolumeMount> mounts = new ArrayList<>(specs.size());
        for (MountSpec spec : specs) {
            mounts.add(mount(spec));
        }
        return mounts;
    }

    private static List<VolumeDevice> devices(List<DeviceSpec> specs) {
        List<VolumeDevice> devices = new ArrayList<>(specs.size());
        for (DeviceSpec spec : specs) {
            devices.add(new VolumeDevice(spec.path(), spec.volume().name()));
        }
        return devices;
    }

    private static VolumeMount mount(MountSpec spec) {
        VolumeMount mount = new VolumeMount();
        mount.setName(spec.volume().name());
        mount.setMountPath(spec.path());
        mount.setReadOnly(spec.isReadOnly() ? Boolean.TRUE : null);
        mount.setSubPath(spec.subPath().orElse(null));
        mount.setSubPathExpr(spec.subPathExpr().orElse(null));
        mount.setMountPropagation(spec.propagation().orElse(null));
        return mount;
    }

    private static @Nullable ResourceRequirements resources(ContainerSpec spec) {
        Map<String, Quantity> requests = new LinkedHashMap<>();
        Map<String, Quantity> limits = new LinkedHashMap<>();
        put(requests, "cpu", spec.cpu());
        put(limits, "cpu", spec.cpuLimit());
        put(requests, "memory", spec.memoryRequest().isPresent() ? spec.memoryRequest() : spec.memory());
        put(limits, "memory", spec.memory());
        put(requests, "ephemeral-storage", spec.ephemeralStorage());
        put(limits, "ephemeral-storage", spec.ephemeralStorage());
        for (Map.Entry<String, Long> extended : spec.extendedResources().entrySet()) {
            put(requests, extended.getKey(), Optional.of(extended.getValue()));
            put(limits, extended.getKey(), Optional.of(extended.getValue()));
        }
        return requests.isEmpty() && limits.isEmpty() ? null : new ResourceRequirements(null, limits, requests);
    }

    private static void put(Map<String, Quantity> quantities, String name, Optional<?> amount) {
        if (amount.isPresent()) {
            quantities.put(name, new Quantity(amount.get().toString()));
        }
    }
}
