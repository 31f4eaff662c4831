package dev.ordinal.bench;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.manifest.Manifests;
import dev.ordinal.dsl.StatefulApp;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many apps: as a stream, all in one manifest, and the conformance data as fast as it goes. Prints lines for {@link Table}. */
final class Scale {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int BUNDLE = 20_000;
    /** Every rule and every refusal is met here, so the compiler has much to do before the pace is steady. */
    private static final int CORPUS_ROUNDS = 30;

    private Scale() {}

    /** Takes {@code stream}, which a heap of 256 MB must do for, {@code bundle} or {@code corpus}. */
    public static void main(String[] args) {
        switch (args[0]) {
            case "stream" -> stream();
            case "bundle" -> bundle();
            default -> corpus();
        }
    }

    private static void stream() {
        written(BUNDLE, 1);
        double few = Double.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            few = Math.min(few, written(FEW, 1));
        }
        double many = written(MANY, 1);
        Row.print("an app of 100,000 streamed | of 1,000 (µs)", many, few);
        Row.print("100,000 apps on two threads | on one (s)", written(MANY, 2) * MANY / 1e6, many * MANY / 1e6);
    }

    private static double written(int count, int threads) {
        return micros(count, () -> {
            try (Writer out = new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8)) {
                Manifests.of(apps(count)).threads(threads).writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void bundle() {
        List<StatefulApp> few = apps(BUNDLE / 10).toList();
        List<StatefulApp> many = apps(BUNDLE).toList();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            best = Math.min(best, micros(few.size(), () -> Manifest.of(few)));
        }
        double bestOfMany = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            bestOfMany = Math.min(bestOfMany, micros(many.size(), () -> Manifest.of(many)));
        }
        Row.print("an app of 20,000 in one manifest | of 2,000 (µs)", bestOfMany, best);
    }

    private static void corpus() {
        List<String> objects = Creates.all();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < CORPUS_ROUNDS; i++) {
            best = Math.min(
                    best, micros(objects.size(), () -> objects.parallelStream().forEach(Manifest::parse)));
        }
        Row.print("objects a second, read and judged, all cores | goal", 1e6 / best, 10_000);
    }

    private static double micros(int count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e3 / count;
    }

    private static Stream<StatefulApp> apps(int count) {
        return IntStream.range(0, count).mapToObj(i -> GuidePair.words()
                .name("app-" + i)
                .identityLabels(Map.of("app", "app-" + i))
                .headless("app-" + i));
    }
}
