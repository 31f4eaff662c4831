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
import java.util.Optional;
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
        Optional<String> checksum = FilesRenderer.checksum(app);
        if (checksum.isPresent()) {
            annotations.put(FilesRenderer.CHECKSUM, checksum.get());
        }
        return annotations;
    }

    static PodSpec spec(StatefulApp app) {
        PodSpec pod = new PodSpec();
        account(app, pod);
        pod.setEnableServiceLinks(app.isServiceLinks());
        pod.setTerminationGracePeriodSeconds(Seconds.longOf(app.grace()));
        pod.setShareProcessNamespace(app.isProcessSharing() ? Boolean.TRUE : null);
        pod.setHostNetwork(app.isHostNetwork() ? Boolean.TRUE : null);
        pod.setPriorityClassName(app.priorityClass().orElse(null));
        pod.setRuntimeClassName(app.runtimeClass().orElse(null));
        pod.setSchedulerName(app.scheduler().orElse(null));
        pod.setImagePullSecrets(pullSecrets(app.pullSecrets()));
        dns(app, pod);
        PlacementRenderer.render(app, pod);
        pod.setSecurityContext(SecurityRenderer.pod(app.security()));
        List<Container> before = containers(app, app.initContainers());
        for (ContainerSpec sidecar : app.sidecars()) {
            before.add(sidecar(app, sidecar));
        }
        pod.setInitContainers(before);
        pod.setContainers(containers(app, app.containers()));
        pod.setVolumes(VolumeRenderer.volumes(app));
        return pod;
    }

    /** Only a pod that has something to ask the Kubernetes API gets a token. */
    private static void account(StatefulApp app, PodSpec pod) {
        AccountSpec account = app.account().orElse(null);
        pod.setServiceAccountName(
                account == null ? null : account.existingName().orElse(Names.own(app)));
        pod.setAutomountServiceAccountToken(account != null && AccountRenderer.mountsToken(account));
    }

    private static List<LocalObjectReference> pullSecrets(List<SecretRef> secrets) {
        List<LocalObjectReference> references = new ArrayList<>(secrets.size());
        for (SecretRef secret : secrets) {
            references.add(new LocalObjectReference(secret.name()));
        }
        return references;
    }

    private static List<Container> containers(StatefulApp app, List<ContainerSpec> specs) {
        List<Container> containers = new ArrayList<>(specs.size());
        for (ContainerSpec spec : specs) {
            containers.add(ContainerRenderer.render(app, spec));
        }
        return containers;
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
        List<io.fabric8.kubernetes.api.model.HostAlias> aliases =
                new ArrayList<>(app.hostAliases().size());
        for (HostAlias alias : app.hostAliases()) {
            aliases.add(new io.fabric8.kubernetes.api.model.HostAlias(alias.hostnames(), alias.ip()));
        }
        pod.setHostAliases(aliases);
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
