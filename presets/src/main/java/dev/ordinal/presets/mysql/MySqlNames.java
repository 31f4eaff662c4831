package dev.ordinal.presets.mysql;

import dev.ordinal.dsl.SecretRef;
import dev.ordinal.presets.mysql.MySqlTopology.Standalone;
import dev.ordinal.presets.part.Outside;
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

    /** Its name as a UUID, if nobody gave it another one. */
    static String uuid(MySqlCluster cluster) {
        String whole = cluster.namespace().name().orElse("") + "/" + cluster.name();
        return cluster.topology()
                .name()
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
        names.add("*." + cluster.namespace().dns(cluster.name() + "-headless"));
        List<String> services = cluster.topology() instanceof Standalone
                ? List.of(cluster.name())
                : List.of(cluster.name(), cluster.name() + "-read");
        for (String service : services) {
            names.addAll(cluster.namespace().allNames(service));
        }
        outside(cluster).ifPresent(outside -> names.addAll(outside.hosts()));
        return List.copyOf(names);
    }
}
