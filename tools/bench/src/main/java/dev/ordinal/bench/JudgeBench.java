package dev.ordinal.bench;

import dev.ordinal.core.admission.Admission;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.yaml.Document;
import dev.ordinal.core.yaml.Reading;
import dev.ordinal.core.yaml.StrictReader;
import dev.ordinal.core.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/** A StatefulSet that uses nearly everything, read from YAML and judged. Run from the root of the checkout. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JudgeBench {
    private String yaml = "";
    private Document document =
            new Document(dev.ordinal.core.diagnostic.ObjectRef.of("", null, ""), Map.of(), null, Map.of());

    /** Prints the rich base as YAML. */
    @Setup
    public void read() throws IOException {
        Map<?, ?> bases = new JsonMapper()
                .readValue(Files.readString(Path.of("core/src/test/resources/conformance/bases.json")), Map.class);
        @SuppressWarnings("unchecked") // a JSON object has texts as keys
        Map<String, ?> base = (Map<String, ?>) Objects.requireNonNull(bases.get("sts-rich"));
        yaml = YamlWriter.write(base);
        document = StrictReader.read(yaml, "<text>").documents().get(0);
    }

    /** Text to documents. */
    @Benchmark
    public Reading readAlone() {
        return StrictReader.read(yaml, "<text>");
    }

    /** What the API server would refuse. */
    @Benchmark
    public long admissionAlone() {
        return Admission.judge(document).count();
    }

    /** Text to report: reading, admission and every rule. */
    @Benchmark
    public Manifest readAndJudge() {
        return Manifest.parse(yaml);
    }
}
