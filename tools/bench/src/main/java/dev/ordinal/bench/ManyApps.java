package dev.ordinal.bench;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.StatefulApp;
import java.util.List;
import java.util.stream.IntStream;

/** How long many apps take, each by itself and all in one manifest. Prints three lines. */
public final class ManyApps {
    private ManyApps() {}

    /** Takes the number of apps; 10000 when left out. */
    public static void main(String[] args) {
        int count = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        List<StatefulApp> apps = IntStream.range(0, count)
                .mapToObj(i -> GuidePair.words()
                        .name("app-" + i)
                        .identityLabels(java.util.Map.of("app", "app-" + i))
                        .headless("app-" + i))
                .toList();
        time("warm-up, one by one", () -> apps.forEach(app -> Manifest.of(app).yaml()));
        time("one by one", () -> apps.forEach(app -> Manifest.of(app).yaml()));
        time("in one manifest", () -> Manifest.of(apps).yaml());
    }

    private static void time(String name, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%-20s %,8d ms%n", name, (System.nanoTime() - start) / 1_000_000);
    }
}
