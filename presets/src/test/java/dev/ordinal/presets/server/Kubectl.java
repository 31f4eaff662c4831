package dev.ordinal.presets.server;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;

/** Does what {@code kubectl} would do to the cluster of a test, as far as run books ask it to; it refuses the rest. */
public final class Kubectl implements Function<List<String>, Commands.Result> {
    private static final Duration LONG = Duration.ofSeconds(150);

    private final Cluster cluster;
    private final Map<String, ResourceGraph> files = new HashMap<>();
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private final List<String> claimsToGo = new ArrayList<>();
    private ResourceGraph applied;

    /** For a cluster in which these Secrets exist already. */
    public Kubectl(Cluster cluster, Secret... existing) {
        this.cluster = cluster;
        this.applied = cluster.graph();
        Stream.of(existing).forEach(secret -> secrets.put(secret.getMetadata().getName(), secret));
    }

    /** A file in the folder in which the person sits. */
    public void file(String name, Manifest manifest) {
        files.put(name, manifest.graph());
    }

    /** The value of a Secret's key. */
    public String secret(String name, String key) {
        return Objects.requireNonNull(
                Objects.requireNonNull(secrets.get(name), name).getStringData().get(key), key);
    }

    @Override
    public Commands.Result apply(List<String> line) {
        List<String> words = line.get(0).equals("-n") ? line.subList(2, line.size()) : line;
        return switch (words.get(0) + " " + words.get(1)) {
            case "create secret" -> create(words);
            case "patch secret" -> patch(words.get(2), words.get(4));
            case "apply -f" -> put(words.get(2));
            case "rollout restart" -> rolled();
            case "rollout status" -> awaited(LONG, cluster.memberNames());
            case "wait pod" -> awaited(Duration.ofSeconds(5), pods(words.get(2)));
            case "scale statefulset" -> scale(words);
            case "delete pod", "delete pvc" -> delete(words);
            case "get pods", "describe pods" -> said(podNames());
            case "get endpointslices" -> said(String.join(" ", endpoints(words.get(3))));
            default -> other(words);
        };
    }

    private Commands.Result other(List<String> words) {
        return switch (words.get(0)) {
            case "exec" -> exec(words);
            case "logs" -> said(cluster.pod(words.get(1)).log("prepare"));
            case "run" -> inAnyPod(words.get(words.size() - 1));
            case "get", "describe" -> look(words);
            default -> throw new UnsupportedOperationException("nobody has taught this: " + words);
        };
    }

    private static Commands.Result said(String what) {
        return new Commands.Result(0, what + "\n");
    }

    /** {@code create secret generic NAME --from-literal=KEY=VALUE}. */
    private Commands.Result create(List<String> words) {
        Map<String, String> data = new LinkedHashMap<>();
        for (String word : words.subList(4, words.size())) {
            String[] pair = word.split("=", 3);
            data.put(pair[1], pair[2]);
        }
        secrets.put(words.get(3), secret(words.get(3), data));
        return said("created");
    }

    private Commands.Result patch(String name, String json) {
        Map<String, String> data = new LinkedHashMap<>(
                Objects.requireNonNull(secrets.get(name), name).getStringData());
        var patch = new ObjectMapper().readTree(json);
        patch.path("stringData")
                .properties()
                .forEach(entry -> data.put(entry.getKey(), entry.getValue().asString()));
        patch.path("data").properties().forEach(entry -> data.remove(entry.getKey()));
        secrets.put(name, secret(name, data));
        cluster.apply(withSecrets(applied));
        return said("patched");
    }

    private Secret secret(String name, Map<String, String> data) {
        String namespace = applied.all(StatefulSet.class)
                .findFirst()
                .orElseThrow()
                .get()
                .getMetadata()
                .getNamespace();
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withStringData(data)
                .build();
    }

    private ResourceGraph withSecrets(ResourceGraph graph) {
        Stream<HasMetadata> objects = graph.all(HasMetadata.class).map(Located::get);
        return ResourceGraph.of(
                Stream.concat(objects, secrets.values().stream()).toList());
    }

    /** Pods whose template has changed roll, as the controller lets them. */
    private Commands.Result put(String file) {
        ResourceGraph wanted = Objects.requireNonNull(files.get(file), file);
        boolean rolls =
                !templates(applied).equals(templates(wanted)) && !cluster.pods().isEmpty();
        applied = wanted;
        cluster.apply(withSecrets(wanted));
        cluster.reconcile();
        return rolls ? rolled() : said("configured");
    }

    private static String templates(ResourceGraph graph) {
        return graph.all(StatefulSet.class)
                .map(set -> set.get().getSpec().getTemplate().toString())
                .collect(Collectors.joining());
    }

    private Commands.Result rolled() {
        cluster.rollingRestart(LONG);
        return said("rolled");
    }

    private Commands.Result awaited(Duration limit, List<String> names) {
        if (names.isEmpty()) {
            return new Commands.Result(1, "error: no matching resources found\n");
        }
        cluster.awaitReady(limit, names.toArray(String[]::new));
        return said("ready");
    }

    private List<String> pods(String wordOrName) {
        return wordOrName.equals("-l") ? cluster.pods().stream().map(Pod::name).toList() : List.of(wordOrName);
    }

    private String podNames() {
        return cluster.pods().stream().map(pod -> "pod/" + pod.name()).collect(Collectors.joining("\n"));
    }

    private Commands.Result scale(List<String> words) {
        if (!words.get(3).equals("--replicas=0")) {
            throw new UnsupportedOperationException("nobody has taught this: " + words);
        }
        cluster.stop(cluster.pods().stream().map(Pod::name).toArray(String[]::new));
        return said("scaled");
    }

    /** A claim goes when its pod is gone; a pod comes back at once. */
    private Commands.Result delete(List<String> words) {
        List<String> names =
                words.stream().skip(2).filter(word -> !word.startsWith("-")).toList();
        if (words.get(1).equals("pvc")) {
            claimsToGo.addAll(names);
            return said("deleted");
        }
        cluster.stop(names.toArray(String[]::new));
        claimsToGo.forEach(cluster::deleteClaim);
        claimsToGo.clear();
        cluster.reconcile();
        return said("deleted");
    }

    private Commands.Result exec(List<String> words) {
        String pod = words.get(1).equals("-it") ? words.get(2) : words.get(1);
        return cluster.pod(pod).exec(LONG, words.subList(words.indexOf("--") + 1, words.size()));
    }

    /** In a pod that runs, with what its image has instead of {@code nslookup}. */
    private Commands.Result inAnyPod(String script) {
        String instead = "nslookup() { getent hosts \"$1\" || exit 1; }\n";
        return cluster.pods().get(0).exec(LONG, List.of("sh", "-c", instead + script));
    }

    private List<String> endpoints(String selector) {
        List<String> names = cluster.endpoints(selector.substring(selector.indexOf('=') + 1));
        return names.isEmpty() ? List.of("<none>") : names;
    }

    /** {@code get KIND NAME…}, or one value of it. */
    private Commands.Result look(List<String> words) {
        String kind = words.get(1);
        if (kind.equals("pvc")) {
            List<String> claims = words.subList(2, words.size());
            return new Commands.Result(claims.stream().allMatch(cluster::hasClaim) ? 0 : 1, claims + "\n");
        }
        HasMetadata object = Stream.concat(
                        secrets.values().stream(),
                        cluster.graph().all(HasMetadata.class).map(Located::get))
                .filter(candidate -> candidate.getKind().equalsIgnoreCase(kind))
                .filter(candidate -> candidate.getMetadata().getName().equals(words.get(2)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("NotFound: " + words));
        int path = words.indexOf("-o") + 1;
        return words.get(path).startsWith("jsonpath=")
                ? new Commands.Result(0, value(object, words.get(path)))
                : said(object.getMetadata().getName());
    }

    private static String value(HasMetadata object, String path) {
        String key = path.substring("jsonpath={.data.".length(), path.length() - 1);
        if (object instanceof Secret secret) {
            byte[] value =
                    Objects.requireNonNull(secret.getStringData().get(key), key).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(value);
        }
        return Objects.requireNonNull(((ConfigMap) object).getData().get(key), key);
    }
}
