package dev.ordinal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.yaml.StrictReader;
import dev.ordinal.core.yaml.Trees;
import dev.ordinal.core.yaml.YamlWriter;
import dev.ordinal.dsl.StatefulApp;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Keeps the figures of {@code docs/performance.md} from slipping unseen. The bounds are wide: a busy machine must not break
 * the build, and what became ten times slower must.
 */
class GuardTest {
    private static final int ROUNDS = 60;
    private static final long ROUND_NANOS = 30_000_000L;
    /** A hundred rules take the compiler longer than a printer does. */
    private static final long RULES_WARM_UP_NANOS = 20_000_000_000L;

    private static final int BATCH = 16;
    /** What others take of the machine does not count. */
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<HasMetadata> objects = GuidePair.builders();
    /** So that no work is left out because nobody looks at it. */
    private int sink;

    @Test
    void printing_takes_a_fraction_of_the_clients_printer() {
        KubernetesSerialization fabric8 = new KubernetesSerialization();
        assertThat(ratio(this::text, () -> objects.stream().map(fabric8::asYaml).toList()))
                .isLessThan(0.2);
    }

    @Test
    void printing_takes_less_than_jackson() {
        YAMLMapper jackson = new YAMLMapper();
        assertThat(ratio(
                        this::text,
                        () -> objects.stream().map(jackson::writeValueAsString).toList()))
                .isLessThan(0.67);
    }

    @Test
    void words_with_all_checks_take_less_than_the_clients_builders_and_printer() {
        KubernetesSerialization fabric8 = new KubernetesSerialization();
        for (long end = System.nanoTime() + RULES_WARM_UP_NANOS; System.nanoTime() < end; ) {
            round(() -> Manifest.of(GuidePair.words()).yaml());
        }
        assertThat(ratio(
                        () -> Manifest.of(GuidePair.words()).yaml(),
                        () -> GuidePair.builders().stream().map(fabric8::asYaml).toList()))
                .isLessThan(1);
    }

    @Test
    void judging_takes_no_longer_than_reading_twice() {
        String rich = Creates.richBase();
        assertThat(ratio(() -> Manifest.parse(rich), () -> StrictReader.read(rich, "<text>")))
                .isLessThan(3);
    }

    @Test
    void a_cold_start_takes_less_than_the_clients() throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        double bestOfTheirs = Double.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            best = Math.min(best, ColdStart.ours(List.of()).wall());
            bestOfTheirs = Math.min(bestOfTheirs, ColdStart.theirs().wall());
        }
        assertThat(best / bestOfTheirs).isLessThan(0.7);
    }

    /** Memory is asked for in place of time where the ratio of times would need minutes to settle. */
    @Test
    void a_checked_app_needs_less_than_half_of_what_it_needed_at_first() {
        assertThat(bytes(() -> Manifest.of(GuidePair.words()).yaml())).isLessThan(203_000);
    }

    @Test
    void an_app_among_many_takes_no_longer_than_one_among_few() {
        List<StatefulApp> few = apps(300);
        List<StatefulApp> many = apps(6_000);
        double best = Double.MAX_VALUE;
        double bestOfMany = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            bestOfMany = Math.min(bestOfMany, nanos(() -> Manifest.of(many)) / many.size());
            for (int j = 0; j < 10; j++) {
                best = Math.min(best, nanos(() -> Manifest.of(few)) / few.size());
            }
        }
        assertThat(bestOfMany / best).isLessThan(4);
    }

    private String text() {
        return YamlWriter.write(objects.stream().map(Trees::of).toList());
    }

    /** The best rounds of both, taken in turn. */
    private double ratio(Supplier<Object> ours, Supplier<Object> theirs) {
        double best = Double.MAX_VALUE;
        double bestOfTheirs = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, round(ours));
            bestOfTheirs = Math.min(bestOfTheirs, round(theirs));
        }
        assertThat(sink).isNotZero();
        return best / bestOfTheirs;
    }

    private double round(Supplier<Object> task) {
        long start = THREADS.getCurrentThreadCpuTime();
        long took = 0;
        int times = 0;
        while (took < ROUND_NANOS) {
            for (int i = 0; i < BATCH; i++) {
                sink += task.get().hashCode();
            }
            times += BATCH;
            took = THREADS.getCurrentThreadCpuTime() - start;
        }
        return (double) took / times;
    }

    private double nanos(Supplier<Object> task) {
        long start = THREADS.getCurrentThreadCpuTime();
        sink += task.get().hashCode();
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private long bytes(Supplier<Object> task) {
        int times = 500;
        round(task);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            sink += task.get().hashCode();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / times;
    }

    private static List<StatefulApp> apps(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> GuidePair.words()
                        .name("app-" + i)
                        .identityLabels(Map.of("app", "app-" + i))
                        .headless("app-" + i))
                .toList();
    }
}
