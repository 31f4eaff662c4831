package dev.ordinal.examples;

import static dev.ordinal.dsl.Size.gib;

import dev.ordinal.core.change.Change;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;

/** From five members to three: two lists of members must never be live at once, so the ensemble stops in between. */
public final class FewerZooKeepers {
    private FewerZooKeepers() {}

    static Change change() {
        ZooKeeperEnsemble five = ZooKeeperEnsemble.named("zk")
                .storage(gib(10))
                .namespace("shop")
                .members(5)
                .sealed();
        return Change.between(Manifest.of(five), Manifest.of(five.members(3)));
    }

    /** Prints what is to be said against it, and how it is done. */
    public static void main(String[] args) {
        System.out.print(change().report());
        System.out.println();
        System.out.print(change().plan().text());
    }
}
