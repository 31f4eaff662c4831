package dev.ordinal.presets.kafka;

import dev.ordinal.presets.part.ExternalAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The names by which members and clients reach the cluster, and which a certificate must therefore be good for. */
final class CertificateNames {
    private CertificateNames() {}

    static List<String> of(KafkaCluster cluster) {
        List<String> names = new ArrayList<>();
        for (Role role : Role.of(cluster)) {
            names.add("*" + ServerProperties.domain(cluster, role));
        }
        names.add(cluster.name());
        cluster.namespace().ifPresent(namespace -> {
            names.add(cluster.name() + "." + namespace + ".svc");
            names.add(cluster.name() + "." + namespace + ".svc." + cluster.clusterDomain());
        });
        cluster.external().ifPresent(external -> names.addAll(outside(cluster, external)));
        return List.copyOf(names);
    }

    private static List<String> outside(KafkaCluster cluster, ExternalAccess external) {
        if (external instanceof ExternalAccess.NodePorts nodes) {
            return List.of(nodes.host());
        }
        String host = ((ExternalAccess.LoadBalancers) external).host();
        int first = Role.serving(cluster).firstOrdinal();
        return IntStream.range(first, first + Math.max(0, cluster.brokers()))
                .mapToObj(ordinal -> host.replace(ExternalAccess.ORDINAL, String.valueOf(ordinal)))
                .toList();
    }
}
