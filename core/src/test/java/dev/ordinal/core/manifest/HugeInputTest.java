package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too large, too deep or too many is refused with a clear word by a process that has little memory. */
class HugeInputTest {
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void a_process_of_little_memory_tells_what_is_wrong_with_huge_files() throws Exception {
        write("1-large.yaml", "a: ", "x".repeat(MEGABYTE), 64);
        write("2-document.yaml", "a: ", "x".repeat(MEGABYTE), 4);
        write("3-many.yaml", "", "kind: X\n---\n", 100_001);
        write("4-deep.yaml", "a: ", "[".repeat(1000), 1000);
        write("5-deep.json", "{\"a\":", "[".repeat(1000), 1000);
        write("6-bomb.yaml", "a0: &a0 [x]\n", bomb(), 1);
        assertThat(run())
                .isEqualTo(
                        """
                        1-large.yaml: the text of more than 67108864 bytes; 1 error, 0 warnings
                        2-document.yaml: a document of more than 3145728 bytes; 1 error, 0 warnings
                        3-many.yaml: more than 100000 documents; no apiVersion; 100001 errors, 0 warnings
                        4-deep.yaml: more than 200 levels of lists and maps; 1 error, 0 warnings
                        5-deep.json: more than 200 levels of lists and maps; 1 error, 0 warnings
                        6-bomb.yaml: aliases that stand for more than 100000 values; 1 error, 0 warnings
                        """);
    }

    /** Thirty lists of nine times the one before. */
    private static String bomb() {
        StringBuilder bomb = new StringBuilder();
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n");
        }
        return bomb.toString();
    }

    private void write(String name, String head, String part, int times) throws Exception {
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve(name))) {
            file.write(head);
            for (int i = 0; i < times; i++) {
                file.write(part);
            }
        }
    }

    private String run() throws Exception {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Judge.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    /** Reads each file of a folder and prints the last findings. */
    public static final class Judge {
        private Judge() {}

        /** The folder is the only argument. */
        public static void main(String[] args) {
            File[] files = new File(args[0]).listFiles(file -> !file.getName().equals("out"));
            Arrays.sort(files);
            for (File file : files) {
                System.out.println(file.getName() + ": " + summary(Manifest.read(file.toPath()), args[0]));
            }
        }

        private static String summary(Manifest manifest, String folder) {
            String found = manifest.report().diagnostics().stream()
                    .map(d -> d.found())
                    .distinct()
                    .reduce("", (one, other) -> one + other + "; ");
            return found.replace(folder, "") + manifest.report().summary();
        }
    }
}
