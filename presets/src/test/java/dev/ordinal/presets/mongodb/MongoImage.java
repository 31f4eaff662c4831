package dev.ordinal.presets.mongodb;

import dev.ordinal.presets.part.Texts;
import dev.ordinal.presets.server.Image;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * The paths of the official image around stand-ins for its programs, or around the real ones where they are installed. The
 * stand-ins are written in JavaScript, because the preset's agent is: what runs is the agent itself.
 */
final class MongoImage {
    static final String NAME = "mongo:" + MongoVersions.IMAGE.version();

    /** Of the series before. */
    static final String OLDER = "mongo:7.0.40";

    private static final String PROGRAMS = "/opt/mongodb";
    private static final List<String> REAL = List.of("mongod", "mongosh");
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final Texts FILES = Texts.beside(MongoImage.class);

    private MongoImage() {}

    /** Laid out once for all tests of this process; without Node.js the test is left out, and in CI it fails. */
    static Image ofStandIns() {
        if (!isInstalled("node")) {
            String line = "MONGODB SCRIPTS NOT TESTED: the command node is not there (Debian: nodejs)";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(line + "; in CI this is a failure");
            }
            tell(line);
            throw new TestAbortedException(line);
        }
        return StandIns.IMAGE;
    }

    /** With the real programs; where there are none, the test is left out. */
    static Image ofRealPrograms() {
        for (String program : REAL) {
            if (!isInstalled(program)) {
                String line = "REAL MONGODB NOT TESTED: the command " + program + " is not there";
                tell(line);
                throw new TestAbortedException(line);
            }
        }
        Image image = Image.ofThisMachine();
        REAL.forEach(program -> image.copy(find(program).findFirst().orElseThrow(), PROGRAMS + "/" + program));
        return withFolders(image);
    }

    private static Image standIns() {
        Image image = Image.ofThisMachine()
                .file(PROGRAMS + "/mongod", 0755, FILES.named("mongod.js"))
                .file(PROGRAMS + "/mongosh", 0755, FILES.named("mongosh.js"))
                .file(PROGRAMS + "/mongodump", 0755, FILES.named("tools.js"))
                .file(PROGRAMS + "/mongorestore", 0755, FILES.named("tools.js"));
        return withFolders(image);
    }

    private static Image exporter() {
        return standIns()
                .file("/mongodb_exporter", 0755, FILES.named("exporter.js"))
                .entrypoint("/mongodb_exporter");
    }

    /** The images beside the server's, by their names in the manifests. */
    static Map<String, Image> others() {
        return Map.of("percona/mongodb_exporter:0.49.0", StandIns.EXPORTER, "busybox:1.37", StandIns.TOOLS);
    }

    private static Image withFolders(Image image) {
        List.of("/data", "/data/db", "/data/configdb").forEach(image::directory);
        return image.environment("PATH", PROGRAMS + ":" + image.environment("PATH"))
                .environment("HOME", "/data/db")
                .entrypoint("docker-entrypoint.sh")
                .command("mongod");
    }

    private static boolean isInstalled(String program) {
        return find(program).findFirst().isPresent();
    }

    private static Stream<Path> find(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    private static void tell(String line) {
        if (!TOLD.getAndSet(true)) {
            System.out.println(line);
        }
    }

    private static final class StandIns {
        static final Image IMAGE = standIns();
        static final Image EXPORTER = exporter();
        static final Image TOOLS = Image.ofThisMachine();
    }
}
