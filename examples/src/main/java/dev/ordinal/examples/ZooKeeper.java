package dev.ordinal.examples;

import static dev.ordinal.dsl.Size.gib;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;

/** A ZooKeeper ensemble in one sentence. */
public final class ZooKeeper {
    private ZooKeeper() {}

    static ZooKeeperEnsemble ensemble() {
        return ZooKeeperEnsemble.named("zk").storage(gib(10)).namespace("shop");
    }

    /** Prints the manifest of the new ensemble; render it {@code sealed()} once all members are ready. */
    public static void main(String[] args) {
        System.out.print(Manifest.of(ensemble()).yaml());
    }
}
