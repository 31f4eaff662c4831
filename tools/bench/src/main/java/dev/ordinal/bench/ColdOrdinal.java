package dev.ordinal.bench;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Size;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;

/** A process that prints the checked ZooKeeper preset and ends. */
final class ColdOrdinal {
    private ColdOrdinal() {}

    public static void main(String[] args) {
        System.out.print(
                Manifest.of(ZooKeeperEnsemble.named("zk").storage(Size.gib(10))).yaml());
    }
}
