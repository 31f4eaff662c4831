package dev.ordinal.dsl;

import dev.ordinal.core.graph.Member;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects of other people's kinds, which the model does not know. */
final class CustomRenderer {
    private static final String ADDRESS = "[0-9.]+|.*:.*";

    private CustomRenderer() {}

    static List<GenericKubernetesResource> certificates(StatefulApp app) {
        if (app.certificate().isEmpty()) {
            return List.of();
        }
        CertificateSpec certificate = app.certificate().get();
        return List.of(object(
                app, "cert-manager.io/v1", "Certificate", certificate.secret().name(), certificate(app, certificate)));
    }

    static List<GenericKubernetesResource> monitors(StatefulApp app) {
        return app.monitor().isEmpty()
                ? List.of()
                : List.of(object(
                        app,
                        "monitoring.coreos.com/v1",
                        "PodMonitor",
                        Names.own(app),
                        monitor(app, app.monitor().get())));
    }

    private static Map<String, Object> certificate(StatefulApp app, CertificateSpec certificate) {
        List<String> names = certificate.names().isEmpty() ? names(app) : certificate.names();
        List<String> hosts =
                names.stream().filter(name -> !name.matches(ADDRESS)).toList();
        List<String> addresses =
                names.stream().filter(name -> name.matches(ADDRESS)).toList();
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("secretName", certificate.secret().name());
        spec.put(
                "issuerRef",
                map(
                        "kind",
                        certificate.issuer().kind(),
                        "name",
                        certificate.issuer().name()));
        // No server looks at it, but Java reads no certificate without a subject unless its names are marked as
        // critical.
        spec.put("commonName", app.name());
        spec.put("dnsNames", hosts);
        if (!addresses.isEmpty()) {
            spec.put("ipAddresses", addresses);
        }
        spec.put("usages", List.of("digital signature", "key encipherment", "server auth", "client auth"));
        spec.put("privateKey", map("encoding", "PKCS8", "rotationPolicy", "Always"));
        return spec;
    }

    private static List<String> names(StatefulApp app) {
        List<String> names = new ArrayList<>();
        Member any = app.members().isEmpty()
                ? new Member(app.name(), app.namespace().orElse(null), Names.headless(app), app.firstOrdinal())
                : app.members().get(0);
        names.add("*" + any.dns(Member.DEFAULT_DOMAIN).substring(any.pod().length()));
        for (ServiceSpec service : app.services()) {
            if (!service.isPerPod()) {
                String name = Names.service(app, service);
                names.add(name);
                app.namespace().ifPresent(namespace -> {
                    names.add(name + "." + namespace + ".svc");
                    names.add(name + "." + namespace + ".svc." + Member.DEFAULT_DOMAIN);
                });
            }
        }
        names.add("localhost");
        return names;
    }

    private static Map<String, Object> monitor(StatefulApp app, MonitorSpec monitor) {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("port", monitor.port().name());
        monitor.path().ifPresent(path -> endpoint.put("path", path));
        monitor.interval().ifPresent(interval -> endpoint.put("interval", interval.toSeconds() + "s"));
        return map("selector", Map.of("matchLabels", app.identity()), "podMetricsEndpoints", List.of(endpoint));
    }

    private static Map<String, Object> map(String key, Object value, String other, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(other, otherValue);
        return map;
    }

    private static GenericKubernetesResource object(
            StatefulApp app, String version, String kind, String name, Map<String, Object> spec) {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(version);
        object.setKind(kind);
        object.setMetadata(Meta.of(app, name));
        object.setAdditionalProperty("spec", spec);
        return object;
    }
}
