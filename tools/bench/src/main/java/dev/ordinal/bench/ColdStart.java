package dev.ordinal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a process that prints the ZooKeeper preset and ends took, with the class path that a program of its own would have.
 *
 * @param wall milliseconds from start to end
 * @param cpu milliseconds of all processors; nothing where there is no procfs
 */
record ColdStart(double wall, double cpu) {
    /** What runs the benchmarks, which is on nobody's class path but theirs. */
    private static final Pattern TOOLS = Pattern.compile("(jmh-|jopt-simple-|commons-math3-).*");
    /** What comes with the client, and not with Ordinal. */
    private static final Pattern CLIENT =
            Pattern.compile("kubernetes-(client|model-(admissionregistration|apiextensions"
                    + "|certificates|coordination|discovery|events|extensions|flowcontrol|gatewayapi|metrics|node|resource"
                    + "|storageclass))-.*");

    /** With all checks, printed by Ordinal. */
    static ColdStart ours(List<String> flags) throws IOException, InterruptedException {
        String classPath = Forks.classPath(
                jar -> !TOOLS.matcher(jar).matches() && !CLIENT.matcher(jar).matches());
        return took(flags, classPath, "ColdOrdinal");
    }

    /** Without any check, printed by the client. */
    static ColdStart theirs() throws IOException, InterruptedException {
        return took(List.of(), Forks.classPath(jar -> !TOOLS.matcher(jar).matches()), "ColdFabric8");
    }

    private static ColdStart took(List<String> flags, String classPath, String name)
            throws IOException, InterruptedException {
        double cpu = childrensMillis();
        long start = System.nanoTime();
        Forks.run(classPath, flags, name);
        return new ColdStart((System.nanoTime() - start) / 1e6, childrensMillis() - cpu);
    }

    /** What the processes that this one has started and seen end have used of the processors. */
    private static double childrensMillis() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String all = Files.readString(stat);
        String[] cells = all.substring(all.lastIndexOf(')') + 2).split(" ");
        return 10.0 * (Long.parseLong(cells[13]) + Long.parseLong(cells[14]));
    }
}
