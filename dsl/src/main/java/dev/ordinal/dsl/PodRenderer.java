package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodDNSConfigOption;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pod template. */
final class PodRenderer {
    private PodRenderer() {}

    static PodTemplateSpec render(StatefulApp app) {
        ObjectMeta meta = new ObjectMeta();
        meta.setLabels(Meta.labels(app));
        meta.setAnnotations(annotations(app));
        return new PodTemplateSpec(meta, spec(app));
    }

    private static Map<String, String> annotations(StatefulApp app) {
        Map<String, String> annotations = new LinkedHashMap<>(app.podAnnotations());
        FilesRenderer.checksum(app).ifPresent(sum -> annotations.put(FilesRenderer.CHECKSUM, sum));
        return annotations;
    }

    static PodSpec spec(StatefulApp app) {
        PodSpec pod = new PodSpec();
        account(app, pod);
        pod.setEnableServiceLinks(app.isServiceLinks());
        pod.setTerminationGracePeriodSeconds(app.grace().map(Seconds::longOf).orElse(null));
        pod.setShareProcessNamespace(app.isProcessSharing() ? Boolean.TRUE : null);
        pod.setHostNetwork(app.isHostNetwork() ? Boolean.TRUE : null);
        pod.setPriorityClassName(app.priorityClass().orElse(null));
        pod.setRuntimeClassName(app.runtimeClass().orElse(null));
        pod.setSchedulerName(app.scheduler().orElse(null));
        pod.setImagePullSecrets(app.pullSecrets().stream()
                .map(secret -> new LocalObjectReference(secret.name()))
                .toList());
        dns(app, pod);
        PlacementRenderer.render(app, pod);
        pod.setSecurityContext(SecurityRenderer.pod(app.security()));
        pod.setInitContainers(Stream.concat(
                        app.initContainers().stream().map(container -> ContainerRenderer.render(app, container)),
                        app.sidecars().stream().map(container -> sidecar(app, container)))
                .toList());
        pod.setContainers(app.containers().stream()
                .map(container -> ContainerRenderer.render(app, container))
                .toList());
        pod.setVolumes(VolumeRenderer.volumes(app));
        return pod;
    }

    /** Only a pod that has something to ask the Kubernetes API gets a token. */
    private static void account(StatefulApp app, PodSpec pod) {
        pod.setServiceAccountName(app.account()
                .map(account -> account.existingName().orElse(Names.own(app)))
                .orElse(null));
        pod.setAutomountServiceAccountToken(
                app.account().map(AccountRenderer::mountsToken).orElse(false));
    }

    private static Container sidecar(StatefulApp app, ContainerSpec spec) {
        Container container = ContainerRenderer.render(app, spec);
        container.setRestartPolicy("Always");
        return container;
    }

    private static void dns(StatefulApp app, PodSpec pod) {
        DnsSpec dns = app.dns();
        // On the node's own network the API server's default would no longer resolve the cluster's names.
        pod.setDnsPolicy(dns.policy().orElse(app.isHostNetwork() ? "ClusterFirstWithHostNet" : null));
        pod.setDnsConfig(dnsConfig(dns));
        pod.setHostAliases(app.hostAliases().stream()
                .map(alias -> new io.fabric8.kubernetes.api.model.HostAlias(alias.hostnames(), alias.ip()))
                .toList());
    }

    private static @Nullable PodDNSConfig dnsConfig(DnsSpec dns) {
        if (dns.nameservers().isEmpty()
                && dns.searches().isEmpty()
                && dns.options().isEmpty()) {
            return null;
        }
        List<PodDNSConfigOption> options = new ArrayList<>();
        dns.options()
                .forEach((name, value) -> options.add(new PodDNSConfigOption(name, value.isEmpty() ? null : value)));
        return new PodDNSConfig(dns.nameservers(), options, dns.searches());
    }
}
