package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.LinkedHashMap;
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
        container.setImagePullPolicy(spec.pullPolicy().map(PullPolicy::toString).orElse(null));
        container.setCommand(spec.command());
        container.setArgs(spec.args());
        container.setWorkingDir(spec.workingDir().orElse(null));
        container.setTerminationMessagePath(spec.terminationMessagePath().orElse(null));
        container.setPorts(spec.ports().stream().map(ContainerRenderer::port).toList());
        container.setEnv(EnvironmentRenderer.variables(app, spec.environment()));
        container.setEnvFrom(EnvironmentRenderer.bundles(app, spec.environmentFrom()));
        container.setVolumeMounts(
                spec.mounts().stream().map(ContainerRenderer::mount).toList());
        container.setVolumeDevices(spec.devices().stream()
                .map(device -> new VolumeDevice(device.path(), device.volume().name()))
                .toList());
        container.setResources(resources(spec));
        container.setStartupProbe(spec.startup().map(ProbeRenderer::probe).orElse(null));
        container.setReadinessProbe(spec.ready().map(ProbeRenderer::probe).orElse(null));
        container.setLivenessProbe(spec.live().map(ProbeRenderer::probe).orElse(null));
        container.setLifecycle(ProbeRenderer.lifecycle(spec));
        container.setSecurityContext(SecurityRenderer.container(spec.security()));
        return container;
    }

    private static ContainerPort port(Port spec) {
        ContainerPort port = new ContainerPort();
        port.setName(spec.name());
        port.setContainerPort(spec.number());
        port.setProtocol(protocol(spec));
        return port;
    }

    /** TCP is the API server's default and left out. */
    static @Nullable String protocol(Port port) {
        return port.protocol() == Port.Protocol.TCP ? null : port.protocol().name();
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
        put(requests, "memory", spec.memoryRequest().or(spec::memory));
        put(limits, "memory", spec.memory());
        put(requests, "ephemeral-storage", spec.ephemeralStorage());
        put(limits, "ephemeral-storage", spec.ephemeralStorage());
        spec.extendedResources().forEach((name, amount) -> {
            put(requests, name, Optional.of(amount));
            put(limits, name, Optional.of(amount));
        });
        return requests.isEmpty() && limits.isEmpty() ? null : new ResourceRequirements(null, limits, requests);
    }

    private static void put(Map<String, Quantity> quantities, String name, Optional<?> amount) {
        amount.ifPresent(value -> quantities.put(name, new Quantity(value.toString())));
    }
}
