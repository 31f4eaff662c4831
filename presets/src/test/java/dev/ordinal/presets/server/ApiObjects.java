package dev.ordinal.presets.server;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The objects of a cluster, as {@code kubectl} reads and writes them. Files are in the folder in which somebody types. */
final class ApiObjects {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cluster cluster;
    private final Map<String, ResourceGraph> manifests;
    private final Path folder;

    ApiObjects(Cluster cluster, Map<String, ResourceGraph> manifests, Path folder) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.folder = folder;
    }

    /** The objects of a manifest that have these labels; those that it does not name stay. */
    void apply(String file, Map<String, String> labels) {
        Map<String, HasMetadata> after = new LinkedHashMap<>();
        all().forEach(object -> after.put(id(object), object));
        manifest(file)
                .all(HasMetadata.class)
                .map(Located::get)
                .filter(object -> has(object, labels))
                .forEach(object -> after.put(id(object), object));
        cluster.apply(ResourceGraph.of(List.copyOf(after.values())));
    }

    /** The objects of a manifest go. */
    void delete(String file) {
        List<String> gone = manifest(file)
                .all(HasMetadata.class)
                .map(Located::get)
                .map(ApiObjects::id)
                .toList();
        cluster.apply(ResourceGraph.of(
                all().filter(object -> !gone.contains(id(object))).toList()));
    }

    private ResourceGraph manifest(String file) {
        return Optional.ofNullable(manifests.get(file))
                .orElseThrow(() -> new IllegalArgumentException("there is no file " + file));
    }

    private static boolean has(HasMetadata object, Map<String, String> labels) {
        Map<String, String> its = object.getMetadata().getLabels();
        return (its == null ? Map.of() : its).entrySet().containsAll(labels.entrySet());
    }

    /** Another number of members; the next manifest that is applied says it anew. */
    void scale(String set, int replicas) {
        edit(StatefulSet.class, set, before -> new StatefulSetBuilder(before)
                .editSpec()
                .withReplicas(replicas)
                .endSpec()
                .build());
    }

    /** {@code create secret generic NAME --from-literal=KEY=VALUE}. */
    String createSecret(List<String> words) {
        Map<String, String> data = new LinkedHashMap<>();
        for (String word : words.subList(4, words.size())) {
            String[] pair = word.split("=", 3);
            data.put(pair[1], pair[2]);
        }
        String namespace =
                all(StatefulSet.class).findFirst().orElseThrow().getMetadata().getNamespace();
        Secret secret = new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(words.get(3))
                .endMetadata()
                .withStringData(data)
                .build();
        if (all().anyMatch(object -> id(object).equals(id(secret)))) {
            throw new IllegalStateException("AlreadyExists: " + words.get(3));
        }
        cluster.apply(ResourceGraph.of(Stream.concat(all(), Stream.of(secret)).toList()));
        return "created\n";
    }

    /** {@code create configmap NAME --from-file=FILE --dry-run=client -o …}, which prints the data and makes nothing. */
    String printConfigMap(List<String> words) {
        String form = "jsonpath={\"{\"}\"data\":{.data}{\"}\"}";
        if (!words.containsAll(List.of("--dry-run=client", form))) {
            throw new UnsupportedOperationException("nobody has taught this");
        }
        String file = words.get(3).substring("--from-file=".length());
        return JSON.writeValueAsString(Map.of("data", Map.of(file, Disk.text(folder.resolve(file)))));
    }

    /** {@code patch KIND NAME -p JSON}, or {@code --patch-file FILE}; what is null goes. */
    String patch(List<String> words) {
        int file = words.indexOf("--patch-file");
        JsonNode patch = JSON.readTree(
                file < 0 ? words.get(words.indexOf("-p") + 1) : Disk.text(folder.resolve(words.get(file + 1))));
        if (words.get(1).equals("secret")) {
            edit(Secret.class, words.get(2), secret -> new SecretBuilder(secret)
                    .withStringData(patched(
                            patched(secret.getStringData(), patch.path("stringData"), text -> text),
                            patch.path("data"),
                            ApiObjects::decoded))
                    .build());
        } else {
            edit(ConfigMap.class, words.get(2), map -> new ConfigMapBuilder(map)
                    .withData(patched(map.getData(), patch.path("data"), text -> text))
                    .build());
        }
        cluster.refresh();
        return "patched\n";
    }

    private static Map<String, String> patched(Map<String, String> before, JsonNode patch, UnaryOperator<String> read) {
        Map<String, String> after = new LinkedHashMap<>(before);
        patch.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                after.remove(entry.getKey());
            } else {
                after.put(entry.getKey(), read.apply(entry.getValue().asString()));
            }
        });
        return after;
    }

    /** {@code get KIND NAME}, and perhaps one value of it; {@code describe KIND NAME}. */
    String look(List<String> words) {
        HasMetadata object = all().filter(candidate -> candidate.getKind().equalsIgnoreCase(words.get(1)))
                .filter(candidate -> candidate.getMetadata().getName().equals(words.get(2)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("NotFound"));
        return words.stream()
                .filter(word -> word.startsWith("jsonpath={.data."))
                .map(path -> path.substring("jsonpath={.data.".length(), path.length() - 1))
                .map(key -> value(object, key.replace("\\.", ".")))
                .findFirst()
                .orElse(words.get(1) + "/" + words.get(2) + "\n");
    }

    private static String value(HasMetadata object, String key) {
        return object instanceof Secret secret
                ? Base64.getEncoder()
                        .encodeToString(
                                Objects.requireNonNull(secret.getStringData().get(key), key)
                                        .getBytes(StandardCharsets.UTF_8))
                : Objects.requireNonNull(((ConfigMap) object).getData().get(key), key);
    }

    /** The value of a Secret's key. */
    String secret(String name, String key) {
        String encoded = look(List.of("get", "secret", name, "jsonpath={.data." + key + "}"));
        return decoded(encoded);
    }

    private static String decoded(String encoded) {
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    private <T extends HasMetadata> void edit(Class<T> kind, String name, UnaryOperator<T> change) {
        T before = all(kind)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("NotFound: " + name));
        T after = change.apply(before);
        cluster.apply(ResourceGraph.of(all().map(object -> id(object).equals(id(before)) ? after : object)
                .toList()));
    }

    private Stream<HasMetadata> all() {
        return all(HasMetadata.class);
    }

    private <T extends HasMetadata> Stream<T> all(Class<T> kind) {
        return cluster.graph().all(kind).map(Located::get);
    }

    private static String id(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName();
    }
}
