package dev.ordinal.bench;

import com.sun.management.ThreadMXBean;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.yaml.StrictReader;
import dev.ordinal.core.yaml.Trees;
import dev.ordinal.core.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Pairs of tasks in one warm process, in turn, so that a machine that slows down slows both. The best of many rounds counts:
 * what is slower than that was somebody else's doing. Prints a line a pair, for {@link Table}.
 */
final class Pairs {
    private static final int ROUNDS = 25;
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    /** A hundred rules take the compiler longer than a printer does, above all where others use the processors too. */
    private static final long RULES_WARM_UP_NANOS = 30_000_000_000L;

    private static final long ROUND_NANOS = 40_000_000L;

    private static final int BATCH = 16;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long sink;

    private Pairs() {}

    public static void main(String[] args) {
        new Pairs().run();
    }

    private void run() {
        KubernetesSerialization fabric8 = new KubernetesSerialization();
        YAMLMapper jackson = new YAMLMapper();
        List<HasMetadata> objects = GuidePair.builders();
        String rich = Creates.richBase();
        warmUp(() -> Manifest.of(GuidePair.words()).yaml(), RULES_WARM_UP_NANOS);
        warmUp(() -> Manifest.parse(rich), RULES_WARM_UP_NANOS);
        pair(
                "words, graph, all checks, YAML | fabric8 builders, YAML",
                () -> Manifest.of(GuidePair.words()).yaml(),
                () -> print(fabric8, GuidePair.builders()));
        pair("YAML alone | fabric8 asYaml", () -> text(objects), () -> print(fabric8, objects));
        pair("YAML alone | Jackson YAML mapper", () -> text(objects), () -> print(jackson, objects));
        pair(
                "sts-rich read and judged | read alone",
                () -> Manifest.parse(rich),
                () -> StrictReader.read(rich, "<text>"));
        Row.print(
                "allocation an app, all checks (kB) | fabric8, none",
                bytes(() -> Manifest.of(GuidePair.words()).yaml()),
                bytes(() -> print(fabric8, GuidePair.builders())));
        System.err.println(sink);
    }

    private void warmUp(Supplier<Object> task, long nanos) {
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            micros(task, ROUND_NANOS);
        }
    }

    private void pair(String name, Supplier<Object> ours, Supplier<Object> theirs) {
        for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; ) {
            micros(ours, ROUND_NANOS);
            micros(theirs, ROUND_NANOS);
        }
        double best = Double.MAX_VALUE;
        double bestOfTheirs = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, micros(ours, ROUND_NANOS));
            bestOfTheirs = Math.min(bestOfTheirs, micros(theirs, ROUND_NANOS));
        }
        Row.print(name + " (µs)", best, bestOfTheirs);
    }

    /** Of this thread's own time on a processor: what others take of the machine in between does not count. */
    private double micros(Supplier<Object> task, long nanos) {
        long start = THREADS.getCurrentThreadCpuTime();
        long took = 0;
        int times = 0;
        while (took < nanos) {
            for (int i = 0; i < BATCH; i++) {
                sink += task.get().hashCode();
            }
            times += BATCH;
            took = THREADS.getCurrentThreadCpuTime() - start;
        }
        return took / 1e3 / times;
    }

    private double bytes(Supplier<Object> task) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            sink += task.get().hashCode();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / 1e6;
    }

    private static String text(List<HasMetadata> objects) {
        return YamlWriter.write(objects.stream().map(Trees::of).toList());
    }

    private static String print(KubernetesSerialization fabric8, List<HasMetadata> objects) {
        StringBuilder text = new StringBuilder();
        objects.forEach(object -> text.append(fabric8.asYaml(object)));
        return text.toString();
    }

    private static String print(YAMLMapper jackson, List<HasMetadata> objects) {
        StringBuilder text = new StringBuilder();
        objects.forEach(object -> text.append(jackson.writeValueAsString(object)));
        return text.toString();
    }
}
