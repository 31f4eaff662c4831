package dev.ordinal.examples;

import static dev.ordinal.dsl.Size.gib;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.mysql.MySqlCluster;

/** A MySQL database that fails over by itself, in one sentence. */
public final class MySql {
    private MySql() {}

    static MySqlCluster cluster() {
        return MySqlCluster.named("orders").storage(gib(20)).namespace("shop").database("shop");
    }

    /** Prints the manifest of the new cluster; {@code cluster().runBook().markdown()} tells what to do with it. */
    public static void main(String[] args) {
        System.out.print(Manifest.of(cluster()).yaml());
    }
}
