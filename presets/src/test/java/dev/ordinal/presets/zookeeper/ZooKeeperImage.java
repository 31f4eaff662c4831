package dev.ordinal.presets.zookeeper;

import dev.ordinal.presets.server.Image;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The paths, variables and start script of the official image, around the real server from Maven. The scripts are
 * ours; they read the variables that the vendor's scripts read.
 */
final class ZooKeeperImage {
    /** What runs before the upgrade. */
    static final String OLDER_VERSION = "3.9.4";

    private static final Path OLDER_JARS = Path.of("target", "older-zookeeper");
    private static final List<String> JARS = List.of(
            "zookeeper",
            "netty",
            "simpleclient",
            "jetty",
            "javax.servlet",
            "slf4j-api",
            "logback",
            "metrics-core",
            "snappy",
            "commons-io",
            "commons-cli");
    private static final String START =
            """
            #!/usr/bin/env bash
            [ "$1" = start-foreground ] || exit 64
            [ -w "$ZOO_LOG_DIR" ] || mkdir -p "$ZOO_LOG_DIR" || exit 1
            if [ "$JMXDISABLE" != true ]; then SERVER_JVMFLAGS="-Dcom.sun.management.jmxremote $SERVER_JVMFLAGS"; fi
            exec java "-Dzookeeper.log.dir=$ZOO_LOG_DIR" -cp "$ZOOCFGDIR:%s/lib/*" \\
              "-Xmx${ZK_SERVER_HEAP:-1000}m" $SERVER_JVMFLAGS $JVMFLAGS \\
              org.apache.zookeeper.server.quorum.QuorumPeerMain "$ZOOCFGDIR/zoo.cfg"
            """;

    private static final String CLIENT =
            """
            #!/usr/bin/env bash
            exec java -cp "$ZOOCFGDIR:%s/lib/*" "-Xmx${ZK_CLIENT_HEAP:-256}m" $CLIENT_JVMFLAGS $JVMFLAGS \\
              org.apache.zookeeper.ZooKeeperMain "$@"
            """;

    private ZooKeeperImage() {}

    private static Image create(String version, List<Path> jars) {
        String home = "/apache-zookeeper-" + version + "-bin";
        Image image = Image.ofThisMachine()
                .workingDirectory(home)
                .file(home + "/bin/zkServer.sh", 0755, START.formatted(home))
                .file(home + "/bin/zkCli.sh", 0755, CLIENT.formatted(home))
                .environment("ZOO_CONF_DIR", "/conf")
                .environment("ZOOCFGDIR", "/conf")
                .environment("ZOO_DATA_DIR", "/data")
                .environment("ZOO_DATA_LOG_DIR", "/datalog")
                .environment("ZOO_LOG_DIR", "/logs");
        image.environment("PATH", image.environment("PATH") + ":" + home + "/bin");
        List.of("/conf", "/data", "/datalog", "/logs").forEach(image::directory);
        jars.forEach(jar -> image.copy(jar, home + "/lib/" + jar.getFileName()));
        return image;
    }

    /** Laid out once for all tests of this process, by their names in the manifests. */
    static Map<String, Image> shared() {
        return Shared.IMAGES;
    }

    private static List<Path> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> path.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> JARS.stream().anyMatch(jar.getFileName().toString()::startsWith))
                .toList();
    }

    /** Beside those that an older server needs too, its own ones. */
    private static List<Path> olderJars() {
        Stream<Path> same =
                jars().stream().filter(jar -> !jar.getFileName().toString().matches("zookeeper(-jute)?-[0-9.]+\\.jar"));
        Stream<Path> own = Stream.of("zookeeper", "zookeeper-jute")
                .map(jar -> OLDER_JARS.resolve(jar + "-" + OLDER_VERSION + ".jar"));
        return Stream.concat(same, own).toList();
    }

    private static final class Shared {
        static final Map<String, Image> IMAGES = Map.of(
                "zookeeper:3.9.5",
                create("3.9.5", jars()),
                "zookeeper:" + OLDER_VERSION,
                create(OLDER_VERSION, olderJars()));
    }
}
