package dev.ordinal.presets.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.server.KubectlServer.Answer;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Does what {@code kubectl} would do to the cluster of a test, as far as run books ask it to; it refuses the rest. */
final class Kubectl {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final ApiObjects objects;
    private final List<String> claimsToGo = new ArrayList<>();

    Kubectl(Cluster cluster, ApiObjects objects) {
        this.cluster = cluster;
        this.objects = objects;
    }

    /** Words, and the file with what it is to read; what it prints goes into a file, for it may be an archive. */
    Answer run(List<String> words, Path input) {
        List<String> rest = words.get(0).equals("-n") ? words.subList(2, words.size()) : words;
        Path output = input.resolveSibling(input.getFileName() + ".out");
        try {
            return rest.get(0).equals("exec")
                    ? new Answer(exec(rest, input, output), output)
                    : new Answer(0, Files.writeString(output, print(rest)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | AssertionError e) {
            return new Answer(
                    1, Disk.file(output, (words + ": " + e + "\n").getBytes(StandardCharsets.UTF_8), 0644, 0));
        }
    }

    /** {@code exec [-i] POD [-c CONTAINER] -- WORDS}. */
    private int exec(List<String> words, Path input, Path output) throws IOException {
        int dashes = words.indexOf("--");
        List<String> before = words.subList(1, dashes);
        String name = names(before).findFirst().orElseThrow();
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
        return result.exit();
    }

    private String print(List<String> words) {
        return switch (words.get(0) + " " + words.get(1)) {
            case "apply -f" -> apply(words);
            case "rollout restart" -> restart(membersOf(words.get(3)));
            case "rollout status" -> awaited(limit(words), membersOf(words.get(3)));
            case "scale statefulset" -> scale(words.get(2), words.get(3));
            case "wait pod" -> awaited(limit(words), awaitedPods(words));
            case "wait --for=delete" -> gone(words.get(2).replaceFirst("^pod/", ""));
            case "delete pod" -> deletePods(names(words).skip(2).toList());
            case "delete pvc" -> deleteClaims(words);
            case "delete -f" -> delete(words.get(2));
            case "get pods", "describe pods" -> pods(words.get(3));
            case "get pvc", "describe pvc" ->
                words.contains("--ignore-not-found")
                        ? thereAre(names(words).skip(2).toList())
                        : claims(names(words).skip(2).toList());
            case "get endpointslices" -> endpoints(words.get(3));
            case "create secret" -> objects.createSecret(words);
            case "create configmap" -> objects.printConfigMap(words);
            case "patch secret", "patch configmap" -> objects.patch(words);
            default -> other(words);
        };
    }

    private String other(List<String> words) {
        return switch (words.get(0)) {
            case "get", "describe" -> objects.look(words);
            case "logs" -> logs(words);
            case "run" -> words.contains("--rm") ? inAnyPod(wanted(words)) : runPod(words);
            default -> throw new UnsupportedOperationException("nobody has taught this");
        };
    }

    private static Stream<String> names(List<String> words) {
        return words.stream().filter(word -> !word.startsWith("-"));
    }

    private static Duration limit(List<String> words) {
        String said = words.stream()
                .filter(word -> word.startsWith("--timeout="))
                .map(word -> word.substring("--timeout=".length()))
                .findFirst()
                .orElse("30s");
        Duration limit = Duration.parse("PT" + said);
        return limit.compareTo(LONG) < 0 ? limit : LONG;
    }

    /** Pods whose template has changed roll, as the controller lets them. */
    private String apply(List<String> words) {
        int labels = words.indexOf("-l");
        objects.apply(words.get(2), labels < 0 ? Map.of() : pairs(words.get(labels + 1)));
        cluster.refresh();
        cluster.reconcile();
        cluster.rollOut(LONG);
        return "configured\n";
    }

    private String delete(String file) {
        objects.delete(file);
        cluster.reconcile();
        return "deleted\n";
    }

    private String restart(List<String> members) {
        cluster.rollingRestart(members, LONG);
        return "restarted\n";
    }

    private String scale(String set, String replicas) {
        objects.scale(set, Integer.parseInt(replicas.substring("--replicas=".length())));
        cluster.reconcile();
        return "scaled\n";
    }

    private String awaited(Duration limit, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalStateException("no matching resources found");
        }
        cluster.awaitReady(limit, names.toArray(String[]::new));
        return "ready\n";
    }

    /** Here a pod is gone when the command that ended it comes back. */
    private String gone(String name) {
        if (cluster.pods().stream().anyMatch(pod -> pod.name().equals(name))) {
            throw new IllegalStateException(name + " is there");
        }
        return "deleted\n";
    }

    private List<String> awaitedPods(List<String> words) {
        return words.get(2).equals("-l") ? labelled(words.get(3)).toList() : List.of(words.get(2));
    }

    private List<String> membersOf(String set) {
        return cluster.graph()
                .all(StatefulSet.class)
                .map(Located::get)
                .filter(candidate -> candidate.getMetadata().getName().equals(set))
                .flatMap(found -> Member.of(found).stream())
                .map(Member::pod)
                .toList();
    }

    private String pods(String labels) {
        return labelled(labels).map(name -> "pod/" + name + "\n").collect(Collectors.joining());
    }

    private Stream<String> labelled(String labels) {
        return cluster.pods().stream()
                .filter(pod -> pod.labels().entrySet().containsAll(pairs(labels).entrySet()))
                .map(Pod::name);
    }

    private static Map<String, String> pairs(String labels) {
        return Arrays.stream(labels.split(",", -1))
                .collect(Collectors.toMap(label -> label.split("=", 2)[0], label -> label.split("=", 2)[1]));
    }

    private String claims(List<String> claims) {
        List<String> missing =
                claims.stream().filter(claim -> !cluster.hasClaim(claim)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("NotFound: " + missing);
        }
        return claims + "\n";
    }

    /** Names only. */
    private String thereAre(List<String> claims) {
        return claims.stream()
                .filter(cluster::hasClaim)
                .map(claim -> "persistentvolumeclaim/" + claim + "\n")
                .collect(Collectors.joining());
    }

    private String endpoints(String selector) {
        List<String> names = cluster.endpoints(selector.substring(selector.indexOf('=') + 1));
        return (names.isEmpty() ? "<none>" : String.join(" ", names)) + "\n";
    }

    /** {@code logs POD -c CONTAINER}, or of all containers. */
    private String logs(List<String> words) {
        Pod pod = cluster.pod(words.get(1));
        return words.contains("--all-containers")
                ? pod.containers().stream().map(pod::log).collect(Collectors.joining())
                : pod.log(words.get(words.indexOf("-c") + 1));
    }

    /** In a pod that runs, with what its image has instead of {@code nslookup}. */
    private String inAnyPod(PodSpec wanted) {
        String instead = "nslookup() { getent hosts \"$1\" || exit 1; }\n";
        String script = wanted.getContainers().get(0).getCommand().get(2);
        Commands.Result result = cluster.pods().get(0).exec(LONG, List.of("sh", "-c", instead + script));
        if (!result.ok()) {
            throw new IllegalStateException(result.output());
        }
        return result.output();
    }

    /** {@code run NAME … --overrides=JSON}. */
    private String runPod(List<String> words) {
        cluster.run(words.get(1), cluster.pods().get(0).member().namespace(), wanted(words));
        return "created\n";
    }

    private static PodSpec wanted(List<String> words) {
        String json = words.stream()
                .filter(word -> word.startsWith("--overrides="))
                .findFirst()
                .orElseThrow()
                .substring("--overrides=".length());
        Manifest pod = Manifest.parse(json.replaceFirst(
                "\\{",
                "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"" + words.get(1) + "\"}, "));
        assertThat(pod.report().errors()).isEmpty();
        return pod.graph()
                .all(io.fabric8.kubernetes.api.model.Pod.class)
                .findFirst()
                .orElseThrow()
                .get()
                .getSpec();
    }

    /** A claim goes when its pod is gone. */
    private String deleteClaims(List<String> words) {
        for (String claim : names(words).skip(2).toList()) {
            if (cluster.pods().stream().noneMatch(pod -> claim.endsWith("-" + pod.name()))) {
                cluster.deleteClaim(claim);
            } else if (words.contains("--wait=false")) {
                claimsToGo.add(claim);
            } else {
                throw new IllegalStateException(claim + " is in use, so this would wait for ever");
            }
        }
        return "deleted\n";
    }

    /** A pod of a set comes back at once. */
    private String deletePods(List<String> names) {
        List<String> members = cluster.memberNames();
        names.stream().filter(name -> !members.contains(name)).forEach(cluster::end);
        cluster.stop(names.stream().filter(members::contains).toArray(String[]::new));
        for (String name : names) {
            claimsToGo.stream().filter(claim -> claim.endsWith("-" + name)).forEach(cluster::deleteClaim);
            claimsToGo.removeIf(claim -> claim.endsWith("-" + name));
        }
        cluster.reconcile();
        return "deleted\n";
    }
}
