package dev.ordinal.presets.zookeeper;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;

/** A client's session; where no server answers, the first request will say so. */
record Client(ZooKeeper keeper) implements AutoCloseable {
    private static final int SESSION_MILLIS = 6000;

    static Client of(String addresses, ZKClientConfig config) throws InterruptedException {
        CountDownLatch connected = new CountDownLatch(1);
        try {
            Client client = new Client(new ZooKeeper(
                    addresses,
                    SESSION_MILLIS,
                    event -> {
                        if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                            connected.countDown();
                        }
                    },
                    config));
            boolean inTime = connected.await(4, TimeUnit.SECONDS);
            return inTime ? client : client.givenUp();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Client givenUp() {
        close();
        return this;
    }

    @Override
    public void close() {
        try {
            keeper.close(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
