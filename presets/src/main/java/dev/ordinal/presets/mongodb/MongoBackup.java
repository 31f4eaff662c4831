package dev.ordinal.presets.mongodb;

import dev.ordinal.dsl.Word;
import org.immutables.value.Value;

/**
 * A logical backup again and again: {@code mongodump} reads all data as of the end of the run from a secondary, and writes one
 * compressed archive onto a claim. Sound up to some 100 GB; beyond that take snapshots of the volumes.
 */
@Word
@Value.Immutable
public interface MongoBackup extends WithMongoBackup {
    /** Onto a claim that exists beforehand, in the set's namespace. */
    static MongoBackup to(String claim) {
        return ImmutableMongoBackup.of(claim);
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
