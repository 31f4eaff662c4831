package dev.ordinal.presets.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes one row after another through the Service for writers for as long as it is open, and knows which were acknowledged. */
final class SteadyWriter implements AutoCloseable {
    private final Database database;
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean ending;
    private volatile long longestPause;

    SteadyWriter(Database database) {
        this.database = database;
        this.thread = new Thread(this::run, "steady writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops writing and tells what was acknowledged. */
    List<String> acknowledged() {
        close();
        return List.copyOf(acknowledged);
    }

    /** What was acknowledged until now. */
    List<String> soFar() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }

    /** How many so far. */
    int count() {
        return acknowledged.size();
    }

    /** The longest time between two acknowledged writes. */
    double longestPauseInSeconds() {
        return longestPause / 1e9;
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
        while (!ending) {
            List<String> endpoints = database.cluster().endpoints("orders");
            try (Connection connection = database.connect(endpoints.isEmpty() ? "nobody" : endpoints.get(0));
                    Statement statement = connection.createStatement()) {
                while (!ending) {
                    number++;
                    statement.execute("INSERT INTO written VALUES (" + number + ")");
                    acknowledged.add(String.valueOf(number));
                    longestPause = Math.max(longestPause, System.nanoTime() - last);
                    last = System.nanoTime();
                    Thread.sleep(10);
                }
            } catch (SQLException | IllegalArgumentException e) {
                // Not acknowledged, so not promised; the next number goes to whom the Service leads to then.
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
