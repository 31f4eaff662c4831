package dev.ordinal.presets.mysql;

import dev.ordinal.dsl.SecretRef;
import dev.ordinal.presets.mysql.MySqlTopology.Standalone;
import dev.ordinal.presets.part.Outside;
import dev.ordinal.presets.part.ServiceNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a cluster is called, inside and outside. */
final class MySqlNames {
    private MySqlNames() {}

    static SecretRef passwords(MySqlCluster cluster) {
        return cluster.passwords().orElse(SecretRef.named(cluster.name() + "-passwords"));
    }

    /** As a UUID, if nobody gave it another name. */
    static String group(MySqlCluster cluster) {
        String whole = cluster.namespace().orElse("") + "/" + cluster.name();
        return cluster.groupName()
                .orElse(UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    static Optional<Outside> outside(MySqlCluster cluster) {
        return cluster.external()
                .map(access -> new Outside(
                        access, MySqlRenderer.SQL, 0, cluster.topology().members()));
    }

    static List<String> certificate(MySqlCluster cluster) {
        List<String> names = new ArrayList<>();
        String suffix = cluster.namespace()
                .map(namespace -> "." + namespace + ".svc." + cluster.clusterDomain())
                .orElse("");
        names.add("*." + cluster.name() + "-headless" + suffix);
        List<String> services = cluster.topology() instanceof Standalone
                ? List.of(cluster.name())
                : List.of(cluster.name(), cluster.name() + "-read");
        for (String service : services) {
            names.addAll(ServiceNames.of(service, cluster.namespace(), cluster.clusterDomain()));
        }
        outside(cluster).ifPresent(outside -> names.addAll(outside.hosts()));
        return List.copyOf(names);
    }
}
