package dev.ordinal.presets.part;

import dev.ordinal.dsl.Word;
import org.immutables.value.Value;

/**
 * A logical backup again and again: a CronJob reads all data from one member and writes an archive with the date in its name onto a
 * claim. Sound up to some 100 GB; beyond that take snapshots of the volumes.
 */
@Word
@Value.Immutable
public interface Backup extends WithBackup {
    /** Onto a claim that exists beforehand, in the members' namespace, and should lie on other disks than theirs. */
    static Backup to(String claim) {
        return ImmutableBackup.of(claim);
    }

    /** The claim's name. */
    String claim();

    /** When, as five fields, in UTC. Default: daily at 3. */
    @Value.Default
    default String schedule() {
        return "0 3 * * *";
    }

    /** How many archives stay on the claim. Default: 7. */
    @Value.Default
    default int keep() {
        return 7;
    }
}
