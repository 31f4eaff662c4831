package dev.ordinal.presets.zookeeper;

import dev.ordinal.dsl.SecretRef;
import dev.ordinal.presets.part.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an ensemble is called, inside and outside. */
final class ZooKeeperNames {
    private ZooKeeperNames() {}

    static SecretRef passwords(ZooKeeperEnsemble ensemble) {
        return ensemble.authentication().passwords().orElse(SecretRef.named(ensemble.name() + "-passwords"));
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
        names.add("*." + ensemble.namespace().dns(ensemble.name() + "-headless"));
        names.addAll(ensemble.namespace().allNames(ensemble.name()));
        outside(ensemble).ifPresent(outside -> names.addAll(outside.hosts()));
        return List.copyOf(names);
    }
}
