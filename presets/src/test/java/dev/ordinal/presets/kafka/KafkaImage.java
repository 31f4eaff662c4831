package dev.ordinal.presets.kafka;

import dev.ordinal.presets.server.Image;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The paths, variables and scripts of the official image, around the real server and tools from Maven. The scripts are
 * ours; they read the variables that the vendor's scripts read, and end as theirs do, in {@code exec java}.
 */
final class KafkaImage {
    static final String NAME = "apache/kafka:4.3.1";

    /** The tag of an older release. */
    static final String OLDER = "apache/kafka:4.2.0";

    static final String AGENT = "jmx-exporter:1.0.1";
    static final String AGENT_JAR = "/jmx_prometheus_javaagent.jar";

    private static final String HOME = "/opt/kafka";
    private static final List<String> JARS = List.of(
            "kafka",
            "scala",
            "argparse4j",
            "jopt-simple",
            "jackson-",
            "caffeine",
            "pcollections",
            "HdrHistogram",
            "hash4j",
            "lz4-java",
            "snappy-java",
            "zstd-jni",
            "metrics-core-2",
            "jose4j",
            "re2j",
            "log4j-",
            "slf4j-api",
            "commons-validator",
            "jspecify");
    private static final Map<String, String> TOOLS = tools();
    private static final String RUN =
            """
            #!/bin/sh
            set -eu
            exec java ${KAFKA_HEAP_OPTS:--Xmx256m} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${KAFKA_LOG4J_OPTS:-} \\
              ${KAFKA_OPTS:-} -cp "%s/libs/*" "$@"
            """;
    private static final String START =
            """
            #!/bin/sh
            set -eu
            export KAFKA_HEAP_OPTS="${KAFKA_HEAP_OPTS:--Xmx1G -Xms1G}"
            case ${EXTRA_ARGS--loggc} in *loggc*) : > "$LOG_DIR/kafkaServer-gc.log" ;; esac
            exec %s/bin/kafka-run-class.sh kafka.Kafka "$@"
            """;

    private KafkaImage() {}

    /** Laid out once for all tests of this process. */
    static Image shared() {
        return Shared.IMAGE;
    }

    private static Image create() {
        Image image = Image.ofThisMachine()
                .workingDirectory("/")
                .file(HOME + "/bin/kafka-run-class.sh", 0755, RUN.formatted(HOME))
                .file(HOME + "/bin/kafka-server-start.sh", 0755, START.formatted(HOME));
        TOOLS.forEach((tool, main) -> image.file(
                HOME + "/bin/kafka-" + tool + ".sh",
                0755,
                "#!/bin/sh\nexec " + HOME + "/bin/kafka-run-class.sh " + main + " \"$@\"\n"));
        List.of("/opt/kafka/logs", "/var/lib/kafka/data", "/etc/kafka/secrets", "/mnt/shared/config")
                .forEach(image::directory);
        jars().forEach(jar -> image.copy(jar, HOME + "/libs/" + jar.getFileName()));
        return image;
    }

    private static Map<String, String> tools() {
        Map<String, String> tools = new LinkedHashMap<>();
        tools.put("storage", "kafka.tools.StorageTool");
        tools.put("configs", "kafka.admin.ConfigCommand");
        tools.put("topics", "org.apache.kafka.tools.TopicCommand");
        tools.put("acls", "org.apache.kafka.tools.AclCommand");
        tools.put("metadata-quorum", "org.apache.kafka.tools.MetadataQuorumCommand");
        tools.put("features", "org.apache.kafka.tools.FeatureCommand");
        tools.put("cluster", "org.apache.kafka.tools.ClusterTool");
        tools.put("reassign-partitions", "org.apache.kafka.tools.reassign.ReassignPartitionsCommand");
        return tools;
    }

    private static List<Path> jars() {
        return onClassPath()
                .filter(jar -> JARS.stream().anyMatch(jar.getFileName().toString()::startsWith))
                .toList();
    }

    private static Stream<Path> onClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> path.endsWith(".jar"))
                .map(Path::of);
    }

    /** An image with nothing but the agent. */
    static Image agent() {
        Path jar = onClassPath()
                .filter(path -> path.getFileName().toString().startsWith("jmx_prometheus_javaagent"))
                .findFirst()
                .orElseThrow();
        return Image.ofThisMachine().copy(jar, AGENT_JAR);
    }

    private static final class Shared {
        static final Image IMAGE = create();
    }
}
