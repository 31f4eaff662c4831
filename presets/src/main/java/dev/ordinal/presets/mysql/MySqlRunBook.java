package dev.ordinal.presets.mysql;

import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.part.Troubleshooting;

/** What to do when, with the real names. */
final class MySqlRunBook {
    private MySqlRunBook() {}

    static RunBook of(MySqlCluster cluster) {
        return RunBook.titled(cluster.name(), "").chapter(Troubleshooting.of(cluster.app()));
    }
}
