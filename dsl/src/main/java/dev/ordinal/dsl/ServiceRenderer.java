package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The headless Service first, then the ones for clients. */
final class ServiceRenderer {
    private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";

    private ServiceRenderer() {}

    static List<Service> render(StatefulApp app) {
        List<Service> services = new ArrayList<>();
        services.add(headless(app));
        app.services().forEach(spec -> forClients(app, spec).forEach(services::add));
        return services;
    }

    private static Service headless(StatefulApp app) {
        var spec = new io.fabric8.kubernetes.api.model.ServiceSpec();
        spec.setClusterIP("None");
        spec.setPublishNotReadyAddresses(app.headless().publishesNotReady() ? Boolean.TRUE : null);
        spec.setSelector(app.identity());
        spec.setPorts(allPorts(app).map(port -> servicePort(port, 0)).toList());
        return service(app, Names.headless(app), app.headless().annotations(), spec);
    }

    private static Service service(
            StatefulApp app,
            String name,
            Map<String, String> annotations,
            io.fabric8.kubernetes.api.model.ServiceSpec spec) {
        Service service = new Service();
        service.setMetadata(Meta.of(app, name, annotations));
        service.setSpec(spec);
        return service;
    }

    private static Stream<Service> forClients(StatefulApp app, ServiceSpec spec) {
        if (!spec.isPerPod()) {
            return Stream.of(service(
                    app, Names.service(app, spec), spec.annotations(), clientSpec(app, spec, app.identity(), 0)));
        }
        return app.members().stream().map(member -> {
            Map<String, String> one = new LinkedHashMap<>(app.identity());
            one.put(POD_NAME, member.pod());
            return service(
                    app,
                    Names.service(app, spec, member.ordinal()),
                    spec.annotations(),
                    clientSpec(app, spec, one, member.ordinal()));
        });
    }

    private static io.fabric8.kubernetes.api.model.ServiceSpec clientSpec(
            StatefulApp app, ServiceSpec spec, Map<String, String> selector, int ordinal) {
        Map<String, String> wanted = new LinkedHashMap<>(selector);
        wanted.putAll(spec.roleLabels());
        var service = new io.fabric8.kubernetes.api.model.ServiceSpec();
        service.setType("ClusterIP".equals(spec.type()) ? null : spec.type());
        service.setLoadBalancerClass(spec.loadBalancerClass().orElse(null));
        service.setExternalTrafficPolicy(spec.isTrafficLocal() ? "Local" : null);
        service.setSessionAffinity(spec.isSticky() ? "ClientIP" : null);
        service.setSelector(wanted);
        Stream<ServicePort> ports = spec.ports().isEmpty() ? allPorts(app) : spec.ports().stream();
        service.setPorts(ports.map(port -> servicePort(port, ordinal)).toList());
        return service;
    }

    private static Stream<ServicePort> allPorts(StatefulApp app) {
        return app.containers().stream()
                .flatMap(container -> container.ports().stream())
                .map(port -> new ServicePort(port, port.number(), Optional.empty()));
    }

    private static io.fabric8.kubernetes.api.model.ServicePort servicePort(ServicePort spec, int ordinal) {
        var port = new io.fabric8.kubernetes.api.model.ServicePort();
        port.setName(spec.port().name());
        port.setPort(spec.number());
        port.setTargetPort(new IntOrString(spec.port().name()));
        port.setProtocol(ContainerRenderer.protocol(spec.port()));
        port.setNodePort(spec.nodePort().map(base -> base + ordinal).orElse(null));
        return port;
    }
}
