package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.SecretRef;
import dev.ordinal.presets.part.Outside;
import dev.ordinal.presets.part.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an ensemble is called, inside and outside. */
final class ZooKeeperNames {
    private ZooKeeperNames() {}

    static SecretRef passwords(ZooKeeperEnsemble ensemble) {
        return ensemble.passwords().orElse(SecretRef.named(ensemble.name() + "-passwords"));
    }

    static Optional<Outside> outside(ZooKeeperEnsemble ensemble) {
        if (ensemble.external().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Outside(
                ensemble.external().get(),
                ZooKeeperRenderer.clientPort(ensemble),
                ZooKeeperRenderer.FIRST,
                ensemble.members()));
    }

    /** Members know each other, and clients know them, by these. */
    static List<String> certificate(ZooKeeperEnsemble ensemble) {
        List<String> names = new ArrayList<>();
        List<Member> members = ZooKeeperRenderer.members(ensemble);
        members.stream()
                .limit(1)
                .map(member -> member.dns(ensemble.clusterDomain()).replaceFirst("^[^.]*", "*"))
                .forEach(names::add);
        names.addAll(ServiceNames.of(ensemble.name(), ensemble.namespace(), ensemble.clusterDomain()));
        outside(ensemble).ifPresent(outside -> names.addAll(outside.hosts()));
        return List.copyOf(names);
    }
}
