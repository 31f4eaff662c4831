package dev.ordinal.bench;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.yaml.Reading;
import dev.ordinal.core.yaml.StrictReader;
import dev.ordinal.core.yaml.Trees;
import dev.ordinal.core.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The guide's pair in a warm process: words, all checks and text, beside builders and text without any check; and the judge alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WarmBench {
    private final KubernetesSerialization fabric8 = new KubernetesSerialization();
    private final YAMLMapper jackson = new YAMLMapper();
    private final List<HasMetadata> objects = GuidePair.builders();
    private final String rich = Creates.richBase();

    /** A StatefulSet that uses nearly everything, read from YAML. */
    @Benchmark
    public Reading richRead() {
        return StrictReader.read(rich, "<text>");
    }

    /** The same, read and judged with every check. */
    @Benchmark
    public Manifest richReadAndJudged() {
        return Manifest.parse(rich);
    }

    /** Words, graph, every check, text. */
    @Benchmark
    public String ordinalWordsChecksAndText() {
        return Manifest.of(GuidePair.words()).yaml();
    }

    /** Text alone, of objects that are there. */
    @Benchmark
    public String ordinalTextAlone() {
        return YamlWriter.write(objects.stream().map(Trees::of).toList());
    }

    /** The model's builders and the client's printer. */
    @Benchmark
    public String fabric8BuildersAndText() {
        return print(GuidePair.builders());
    }

    /** The client's printer alone. */
    @Benchmark
    public String fabric8TextAlone() {
        return print(objects);
    }

    /** Jackson's YAML mapper alone. */
    @Benchmark
    public String jacksonTextAlone() {
        StringBuilder text = new StringBuilder();
        objects.forEach(object -> text.append(jackson.writeValueAsString(object)));
        return text.toString();
    }

    private String print(List<HasMetadata> printed) {
        StringBuilder text = new StringBuilder();
        printed.forEach(object -> text.append(fabric8.asYaml(object)));
        return text.toString();
    }
}
