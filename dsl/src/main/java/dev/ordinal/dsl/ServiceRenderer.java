package dev.ordinal.dsl;

import dev.ordinal.core.graph.Member;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headless Service first, then the ones for clients. */
final class ServiceRenderer {
    private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";

    private ServiceRenderer() {}

    static List<Service> render(StatefulApp app) {
        List<Service> services = new ArrayList<>();
        services.add(headless(app));
        for (ServiceSpec spec : app.services()) {
            if (spec.isPerPod()) {
                addPerPod(app, spec, services);
            } else {
                services.add(service(
                        app, Names.service(app, spec), spec.annotations(), clientSpec(app, spec, app.identity(), 0)));
            }
        }
        return services;
    }

    private static Service headless(StatefulApp app) {
        var spec = new io.fabric8.kubernetes.api.model.ServiceSpec();
        spec.setClusterIP("None");
        spec.setPublishNotReadyAddresses(app.headless().publishesNotReady() ? Boolean.TRUE : null);
        spec.setSelector(app.identity());
        spec.setPorts(ports(allPorts(app), 0));
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

    private static void addPerPod(StatefulApp app, ServiceSpec spec, List<Service> services) {
        for (Member member : app.members()) {
            Map<String, String> one = new LinkedHashMap<>(app.identity());
            one.put(POD_NAME, member.pod());
            services.add(service(
                    app,
                    Names.service(app, spec, member.ordinal()),
                    spec.annotations(),
                    clientSpec(app, spec, one, member.ordinal())));
        }
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
        service.setPorts(ports(spec.ports().isEmpty() ? allPorts(app) : spec.ports(), ordinal));
        return service;
    }

    private static List<ServicePort> allPorts(StatefulApp app) {
        List<ServicePort> ports = new ArrayList<>();
        for (ContainerSpec container : app.containers()) {
            for (Port port : container.ports()) {
                ports.add(new ServicePort(port, port.number(), Optional.empty()));
            }
        }
        return ports;
    }

    private static List<io.fabric8.kubernetes.api.model.ServicePort> ports(List<ServicePort> specs, int ordinal) {
        List<io.fabric8.kubernetes.api.model.ServicePort> ports = new ArrayList<>(specs.size());
        for (ServicePort spec : specs) {
            ports.add(servicePort(spec, ordinal));
        }
        return ports;
    }

    private static io.fabric8.kubernetes.api.model.ServicePort servicePort(ServicePort spec, int ordinal) {
        var port = new io.fabric8.kubernetes.api.model.ServicePort();
        port.setName(spec.port().name());
        port.setPort(spec.number());
        port.setTargetPort(new IntOrString(spec.port().name()));
        port.setProtocol(ContainerRenderer.protocol(spec.port()));
        port.setNodePort(spec.nodePort().isPresent() ? spec.nodePort().get() + ordinal : null);
        return port;
    }
}
