package dev.ordinal.presets.server;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Selectors;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cluster's DNS, as hosts files: a member's stable name is there while its pod has an address and its Service
 * publishes it, that is, when the pod is ready or the Service publishes not-ready addresses too.
 */
record Names(ResourceGraph graph, Collection<Pod> pods, String gateway) {
    /** The hosts file of one pod, which always knows itself. */
    String hostsOf(Pod pod) {
        return hosts() + pod.address() + " " + pod.member().dns() + " " + pod.name() + "\n" + gateway + " " + Api.HOST
                + "\n";
    }

    /** What everybody knows. */
    String hosts() {
        return pods.stream()
                .flatMap(this::linesOf)
                .collect(Collectors.joining("\n", "127.0.0.1 localhost\n::1 localhost\n", "\n"));
    }

    /** Whether a Service leads to a pod. */
    boolean leads(String name, Pod pod) {
        return published(pod)
                .anyMatch(service -> service.getMetadata().getName().equals(name));
    }

    private Stream<String> linesOf(Pod pod) {
        return published(pod)
                .flatMap(service -> names(pod.member(), service).stream())
                .map(name -> pod.address() + " " + name);
    }

    private Stream<Service> published(Pod pod) {
        return services(pod).filter(service -> pod.ready() || publishesNotReady(service));
    }

    private Stream<Service> services(Pod pod) {
        return graph.all(Service.class)
                .map(Located::get)
                .filter(service -> Objects.equals(
                        service.getMetadata().getNamespace(), pod.member().namespace()))
                .filter(service -> Selectors.selects(service.getSpec().getSelector(), pod.labels()));
    }

    private static List<String> names(Member member, Service service) {
        String name = service.getMetadata().getName();
        String host = name.equals(member.service()) ? member.pod() + "." + name : name;
        String namespace = member.namespace() == null ? "default" : member.namespace();
        String inside = host + "." + namespace;
        return List.of(host, inside, inside + ".svc", inside + ".svc." + Member.DEFAULT_DOMAIN);
    }

    private static boolean publishesNotReady(Service service) {
        return Boolean.TRUE.equals(service.getSpec().getPublishNotReadyAddresses());
    }
}
