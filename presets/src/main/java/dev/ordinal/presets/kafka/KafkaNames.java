package dev.ordinal.presets.kafka;

import dev.ordinal.presets.part.Outside;
import dev.ordinal.presets.part.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a cluster is called, inside and outside. */
final class KafkaNames {
    private KafkaNames() {}

    static List<String> certificate(KafkaCluster cluster) {
        List<String> names = new ArrayList<>();
        for (Role role : Role.of(cluster)) {
            names.add("*" + ServerProperties.domain(cluster, role));
        }
        names.addAll(cluster.namespace().allNames(cluster.name()));
        outside(cluster).ifPresent(outside -> names.addAll(outside.hosts()));
        return List.copyOf(names);
    }

    /** Where members have their certificate from, unless it is insecure. */
    static Tls tls(KafkaCluster cluster) {
        return cluster.tls().orElse(Tls.from(cluster.name() + "-tls"));
    }

    /** What brokers are called outside. */
    static Optional<Outside> outside(KafkaCluster cluster) {
        return cluster.external()
                .map(access -> new Outside(
                        access, KafkaPorts.EXTERNAL, Role.serving(cluster).firstOrdinal(), cluster.brokers()));
    }
}
