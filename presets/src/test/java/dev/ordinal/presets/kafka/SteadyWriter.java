package dev.ordinal.presets.kafka;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes one record after another for as long as it is open, and knows which ones all copies have acknowledged. */
final class SteadyWriter implements AutoCloseable {
    private final Log log;
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private final Thread thread;
    private volatile boolean ending;
    private volatile long longestPause;

    SteadyWriter(Log log) {
        this.log = log;
        this.thread = new Thread(this::run, "steady writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops writing and tells what was acknowledged. */
    List<String> acknowledged() {
        close();
        return List.copyOf(acknowledged);
    }

    /** How many are acknowledged so far. */
    int count() {
        return acknowledged.size();
    }

    /** The longest time between two acknowledged records. */
    double longestPauseInSeconds() {
        return longestPause / 1e9;
    }

    /** How many records were given up. */
    int failures() {
        return failures.get();
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int number = 0;
        long last = System.nanoTime();
        try (Producer<String, String> producer = log.producer()) {
            while (!ending) {
                String value = "w%06d".formatted(number++);
                try {
                    producer.send(new ProducerRecord<>(log.topic(), value)).get();
                    acknowledged.add(value);
                    longestPause = Math.max(longestPause, System.nanoTime() - last);
                    last = System.nanoTime();
                } catch (ExecutionException e) {
                    // Not acknowledged, so not promised.
                    failures.incrementAndGet();
                }
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
