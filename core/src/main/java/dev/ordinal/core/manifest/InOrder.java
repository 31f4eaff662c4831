package dev.ordinal.core.manifest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on several threads whose results are taken in the order in which it was given, a few of them waiting at a time. */
final class InOrder {
    /** Enough to keep a thread busy while the results of the others are taken. */
    private static final int AHEAD = 16;

    private InOrder() {}

    static <A, B> void run(
            int threads, Iterable<? extends A> given, Function<? super A, ? extends B> work, Consumer<? super B> sink) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, InOrder::daemon);
        try {
            Deque<Future<? extends B>> waiting = new ArrayDeque<>();
            for (A one : given) {
                if (waiting.size() == threads * AHEAD) {
                    sink.accept(result(waiting.remove()));
                }
                waiting.add(pool.submit(() -> work.apply(one)));
            }
            while (!waiting.isEmpty()) {
                sink.accept(result(waiting.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ordinal");
        thread.setDaemon(true);
        return thread;
    }

    private static <B> B result(Future<B> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while manifests were made", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            } else if (e.getCause() instanceof Error own) {
                throw own;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
