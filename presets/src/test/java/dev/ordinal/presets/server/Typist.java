package dev.ordinal.presets.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.presets.part.RunBook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Types the commands of a run book into a shell, just as they stand on the page; {@code kubectl} is this harness, as much of
 * it as the pages use. Manifests, and the files that commands write, are in the folder in which it types.
 */
public final class Typist implements AutoCloseable {
    private static final Duration ONE_COMMAND = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Map<String, ResourceGraph> manifests = new HashMap<>();
    private final Map<String, String> blanks = new HashMap<>();
    private final Path folder = Leftovers.newFolder("typist");
    private final ApiObjects objects;
    private final KubectlServer kubectl;

    /** At a keyboard. */
    public Typist(Cluster cluster) {
        this.cluster = cluster;
        this.objects = new ApiObjects(cluster, manifests, folder);
        this.kubectl = new KubectlServer(folder, new Kubectl(cluster, objects)::run);
    }

    /** Puts a manifest into the folder, in place of what had its name. */
    public Typist manifest(String name, ResourceGraph manifest) {
        manifests.put(name, manifest);
        return this;
    }

    /** What is typed where the page has a blank, such as {@code <file>}. */
    public Typist fill(String blank, String text) {
        blanks.put(blank, text);
        return this;
    }

    /** The steps of a chapter. */
    public static List<Step> steps(RunBook page, String chapter) {
        return chapter(page, chapter).steps();
    }

    /** A chapter by its title. */
    public static RunBook.Chapter chapter(RunBook page, String title) {
        return page.chapters().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** Does what a chapter says; what the commands printed. */
    public String follow(RunBook page, String chapter, Duration eachWithin) {
        return follow(steps(page, chapter), eachWithin);
    }

    /** Does the steps one after the other, each when the check of the one before it has succeeded; what they printed. */
    public String follow(List<Step> steps, Duration eachWithin) {
        StringBuilder printed = new StringBuilder();
        for (Step step : steps) {
            for (String command : step.commands()) {
                Commands.Result result = type(command);
                assertThat(result.exit()).as(command + ": " + result.output()).isZero();
                printed.append(result.output());
            }
            step.check()
                    .ifPresent(check ->
                            cluster.await(check, eachWithin, () -> type(check).ok()));
        }
        return printed.toString();
    }

    /** A file in the folder in which it types. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The value of a Secret's key, as it is now. */
    public String secret(String name, String key) {
        return objects.secret(name, key);
    }

    /** Types one line. */
    public Commands.Result type(String line) {
        String typed = line;
        for (Map.Entry<String, String> blank : blanks.entrySet()) {
            typed = typed.replace(blank.getKey(), blank.getValue());
        }
        String script = "cd " + folder + "; PATH=" + kubectl.path() + ":$PATH; set -o pipefail\n" + typed;
        return Commands.run(ONE_COMMAND, List.of("bash", "-c", script));
    }

    @Override
    public void close() {
        kubectl.close();
        Disk.remove(folder);
    }
}
