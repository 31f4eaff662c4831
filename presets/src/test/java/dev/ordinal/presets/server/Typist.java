package dev.ordinal.presets.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.server.KubectlServer.Answer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Types the commands of a run book into a shell, just as they stand on the page; {@code kubectl} is this harness, as much of
 * it as the pages use. Manifests, and the files that commands write, are in the folder in which it types.
 */
public final class Typist implements AutoCloseable {
    private static final Duration ONE_COMMAND = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Map<String, ResourceGraph> files;
    private final Map<String, String> blanks = new HashMap<>();
    private final List<String> claimsToGo = new ArrayList<>();
    private final Path folder = Leftovers.newFolder("typist");
    private final KubectlServer kubectl = new KubectlServer(folder, this::run);

    /** At a keyboard, with these manifests in the folder. */
    public Typist(Cluster cluster, Map<String, ResourceGraph> files) {
        this.cluster = cluster;
        this.files = files;
    }

    /** What is typed where the page has a blank, such as {@code <file>}. */
    public Typist fill(String blank, String text) {
        blanks.put(blank, text);
        return this;
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

    private Answer run(List<String> words, Path input) {
        List<String> rest = words.get(0).equals("-n") ? words.subList(2, words.size()) : words;
        Path output = input.resolveSibling(input.getFileName() + ".out");
        try {
            Commands.Result result = rest.get(0).equals("exec")
                    ? exec(rest, input, output)
                    : new Commands.Result(0, Disk.text(Files.writeString(output, print(rest))));
            return new Answer(result.exit(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
            return new Answer(1, Disk.file(output, (e + "\n").getBytes(StandardCharsets.UTF_8), 0644, 0));
        }
    }

    /** {@code exec [-i] POD [-c CONTAINER] -- WORDS}. */
    private Commands.Result exec(List<String> words, Path input, Path output) throws IOException {
        int dashes = words.indexOf("--");
        List<String> before = words.subList(1, dashes);
        String name = before.stream()
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .orElseThrow();
        Pod pod = cluster.pod(name.replaceFirst("^pod/", ""));
        int container = before.indexOf("-c");
        Commands.Result result = pod.pipe(
                container < 0 ? pod.firstContainer() : before.get(container + 1),
                words.subList(dashes + 1, words.size()),
                input,
                output);
        if (!result.ok()) {
            Files.writeString(output, result.output(), StandardOpenOption.APPEND);
        }
        return result;
    }

    private String print(List<String> words) {
        return switch (words.get(0)) {
            case "apply" -> apply(words.get(2));
            case "rollout" -> require(cluster.pods().stream().allMatch(Pod::ready), "not rolled out");
            case "scale" -> scale(words.get(3));
            case "get" -> get(words.get(1), words.subList(2, words.size()));
            case "delete" -> delete(words.get(1), words.subList(2, words.size()));
            case "run" -> runPod(words);
            case "wait" -> waitFor(words.get(2));
            case "logs" -> cluster.pod(words.get(1)).log(words.get(3));
            default -> throw new UnsupportedOperationException("nobody has taught this: " + words);
        };
    }

    private static String require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
        return "";
    }

    private String waitFor(String pod) {
        cluster.await(
                pod + " runs",
                ONE_COMMAND,
                () -> cluster.pod(pod).runs()
                        && cluster.pod(pod)
                                .exec(Duration.ofSeconds(10), List.of("true"))
                                .ok());
        return "";
    }

    private String apply(String file) {
        cluster.apply(Objects.requireNonNull(files.get(file), file));
        cluster.refresh();
        cluster.reconcile();
        cluster.rollOut(ONE_COMMAND);
        return "";
    }

    private String scale(String replicas) {
        cluster.scale(Integer.parseInt(replicas.substring("--replicas=".length())));
        return "";
    }

    /** {@code get pods -l LABELS -o name}, {@code get configmap NAME -o jsonpath={.data.KEY}}, or whether something is there. */
    private String get(String kind, List<String> words) {
        if (kind.equals("pods")) {
            Map<String, String> labels = Arrays.stream(words.get(1).split(",", -1))
                    .collect(Collectors.toMap(label -> label.split("=", 2)[0], label -> label.split("=", 2)[1]));
            return cluster.pods().stream()
                    .filter(pod -> pod.labels().entrySet().containsAll(labels.entrySet()))
                    .map(pod -> "pod/" + pod.name() + "\n")
                    .collect(Collectors.joining());
        } else if (kind.equals("configmap")) {
            String key = words.get(2).replaceAll("^jsonpath=\\{\\.data\\.|}$", "");
            return cluster.graph()
                    .all(ConfigMap.class)
                    .filter(map -> map.get().getMetadata().getName().equals(words.get(0)))
                    .map(map -> map.get().getData().get(key) + "\n")
                    .findFirst()
                    .orElseThrow();
        }
        return "";
    }

    /** {@code run NAME … --overrides=JSON}. */
    private String runPod(List<String> words) {
        String json = words.stream()
                .filter(word -> word.startsWith("--overrides="))
                .findFirst()
                .orElseThrow()
                .substring("--overrides=".length());
        String pod = json.replaceFirst(
                "\\{",
                "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"" + words.get(1) + "\"}, ");
        cluster.run(
                words.get(1),
                cluster.pods().get(0).member().namespace(),
                Manifest.parse(pod)
                        .graph()
                        .all(io.fabric8.kubernetes.api.model.Pod.class)
                        .findFirst()
                        .orElseThrow()
                        .get()
                        .getSpec());
        return "";
    }

    /** A claim goes when its pod is gone; a pod of a set comes back at once. */
    private String delete(String kind, List<String> words) {
        List<String> names =
                words.stream().filter(word -> !word.startsWith("-")).toList();
        if (kind.equals("pvc") && words.contains("--wait=false")) {
            claimsToGo.addAll(names);
        } else if (kind.equals("pvc")) {
            names.forEach(cluster::deleteClaim);
        } else if (kind.equals("pod")) {
            names.forEach(this::deletePod);
        } else {
            throw new UnsupportedOperationException("nobody has taught to delete a " + kind);
        }
        return "";
    }

    private void deletePod(String name) {
        if (!cluster.memberNames().contains(name)) {
            cluster.end(name);
            return;
        }
        cluster.stop(name);
        claimsToGo.forEach(cluster::deleteClaim);
        claimsToGo.clear();
        cluster.reconcile();
    }
}
