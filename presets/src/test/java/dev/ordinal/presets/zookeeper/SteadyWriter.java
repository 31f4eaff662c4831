package dev.ordinal.presets.zookeeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.client.ZKClientConfig;

/** Writes one node after another for as long as it is open, and knows which ones were acknowledged. */
final class SteadyWriter implements AutoCloseable {
    private final Ensemble ensemble;
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile ZKClientConfig login;
    private volatile boolean ending;
    private volatile long longestPause;
    private final AtomicInteger interruptions = new AtomicInteger();

    SteadyWriter(Ensemble ensemble) {
        this(ensemble, Ensemble.ADMIN);
    }

    SteadyWriter(Ensemble ensemble, ZKClientConfig login) {
        this.ensemble = ensemble;
        this.login = login;
        this.thread = new Thread(this::run, "steady writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Goes on with a new connection that shows this. */
    void show(ZKClientConfig another) {
        login = another;
    }

    /** Waits until so many more writes were acknowledged. */
    void awaitMore(int writes) {
        int enough = acknowledged.size() + writes;
        ensemble.cluster().await(writes + " more writes", Duration.ofSeconds(60), () -> acknowledged.size() >= enough);
    }

    /** Stops writing and tells what was acknowledged. */
    List<String> acknowledged() {
        close();
        return List.copyOf(acknowledged);
    }

    /** The longest time between two acknowledged writes. */
    double longestPauseInSeconds() {
        return longestPause / 1e9;
    }

    /** How often a connection was lost. */
    int interruptions() {
        return interruptions.get();
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int number = 0;
        long last = System.nanoTime();
        while (!ending) {
            try (Client client = Client.of(ensemble.addresses(), login)) {
                ZKClientConfig shown = login;
                while (!ending && login == shown) {
                    String node = "w%06d".formatted(number++);
                    client.keeper().create("/" + node, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
                    acknowledged.add(node);
                    longestPause = Math.max(longestPause, System.nanoTime() - last);
                    last = System.nanoTime();
                    Thread.sleep(10);
                }
            } catch (KeeperException e) {
                // Not acknowledged, so not promised; the next number goes through a new connection.
                interruptions.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
