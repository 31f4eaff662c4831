package dev.ordinal.presets.mongodb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes one document after another for as long as it is open, and knows which ones were acknowledged. */
final class SteadyWriter implements AutoCloseable {
    /** How many in one session, because a session takes longer to begin than a write. */
    private static final int AT_ONCE = 10;

    private final Replicas replicas;
    private final List<Integer> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::run, "steady writer");
    private volatile boolean ending;

    SteadyWriter(Replicas replicas) {
        this.replicas = replicas;
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops writing and tells what was acknowledged. */
    List<Integer> acknowledged() {
        close();
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join(40_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (int id = 1; !ending; id += AT_ONCE) {
            try {
                String primary = replicas.primary();
                if (!primary.isEmpty()) {
                    acknowledged.addAll(replicas.writesEach(primary, id, id + AT_ONCE));
                }
            } catch (RuntimeException e) {
                // The pod went away meanwhile: not acknowledged, so not promised.
            }
        }
    }
}
