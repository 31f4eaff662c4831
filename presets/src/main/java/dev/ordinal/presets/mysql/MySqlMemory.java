package dev.ordinal.presets.mysql;

import dev.ordinal.dsl.Size;
import dev.ordinal.presets.mysql.MySqlTopology.Group;

/**
 * What a member does with its memory, all in MiB.
 *
 * @param bufferPool pages of data; in steps of 128, because the server rounds up to them
 * @param messages what a group keeps for members that fall behind for a moment; the server's own default is 1 GiB
 * @param connections how many there may be, at 1 MiB each
 */
record MySqlMemory(long bufferPool, long messages, long connections) {
    /** Code, dictionary, performance schema and logs. */
    static final long BASE = 400;
    /** The smallest pool that is worth it, and its step. */
    static final long STEP = 128;

    private static final long FEWEST_CONNECTIONS = 50;
    private static final long MOST_CONNECTIONS = 2000;

    static MySqlMemory of(MySqlCluster cluster) {
        return of(cluster.resources().memory(), cluster.topology() instanceof Group);
    }

    static MySqlMemory of(Size memory, boolean group) {
        long all = memory.toMib();
        long messages = group ? Math.max(STEP, all / 32) : 0;
        long rest = all - BASE - messages;
        long share = all * (all <= 2048 ? 50 : 65) / 100;
        long pool = Math.max(0, Math.min(share, rest - FEWEST_CONNECTIONS) / STEP * STEP);
        return new MySqlMemory(pool, messages, Math.max(FEWEST_CONNECTIONS, Math.min(MOST_CONNECTIONS, rest - pool)));
    }

    /** The redo log is for bursts of writes, makes a restart after a crash longer, and must not fill the disk. */
    long redoLog(Size disk) {
        return Math.max(
                STEP, Math.min(Math.min(8192, bufferPool / 4), disk.percent(25).toMib()));
    }
}
