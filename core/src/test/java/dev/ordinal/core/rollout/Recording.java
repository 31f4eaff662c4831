package dev.ordinal.core.rollout;

import dev.ordinal.core.Given;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a real controller did with one set.
 *
 * @param title its name
 * @param log the actions in time order
 */
record Recording(String title, List<Entry> log) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * One action.
     *
     * @param action its word
     * @param argument what it is about
     * @param steps what was seen
     */
    record Entry(String action, JsonNode argument, List<Seen> steps) {
        StatefulSet created() {
            return (StatefulSet) Given.object(argument);
        }

        /** The rollout after this action; an action with none before it creates the set. */
        Rollout on(@Nullable Rollout before) {
            if (before == null) {
                return Rollout.of(created());
            }
            return switch (action) {
                case "create" -> before.create(created());
                case "patch" -> before.patch(tree(argument));
                case "image" -> before.image(argument.asString());
                case "delete-pod" -> before.deletePod(argument.asString());
                case "fail-pod" -> before.failPod(argument.asString());
                case "unready-pod" -> before.unreadyPod(argument.asString());
                case "delete-set" -> before.deleteSet(argument.asString());
                default -> throw new IllegalArgumentException(action);
            };
        }
    }

    /**
     * What was seen in one step.
     *
     * @param pods {@code image state} by pod name
     * @param claims the names
     */
    record Seen(Map<String, String> pods, List<String> claims) {
        static Seen of(Step step) {
            Map<String, String> pods = new LinkedHashMap<>();
            step.pods().forEach((name, pod) -> pods.put(name, pod.image() + " " + pod.state()));
            return new Seen(pods, step.claims());
        }

        private static Seen of(JsonNode step) {
            Map<String, String> pods = new LinkedHashMap<>();
            step.path("pods")
                    .properties()
                    .forEach(pod -> pods.put(
                            pod.getKey(),
                            pod.getValue().get(0).asString() + " "
                                    + pod.getValue().get(1).asString()));
            return new Seen(
                    pods,
                    items(step.path("claims")).stream()
                            .map(JsonNode::asString)
                            .sorted()
                            .toList());
        }
    }

    static List<Recording> all() {
        try (InputStream in = new GZIPInputStream(Objects.requireNonNull(
                Recording.class.getResourceAsStream("/conformance/rollouts.json.gz"), "rollouts.json.gz"))) {
            return items(MAPPER.readTree(in)).stream().map(Recording::of).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Recording of(JsonNode recording) {
        return new Recording(
                recording.path("title").asString(),
                items(recording.path("log")).stream()
                        .map(entry -> new Entry(
                                entry.path("action").get(0).asString(),
                                entry.path("action").get(1),
                                items(entry.path("steps")).stream()
                                        .map(Seen::of)
                                        .toList()))
                        .toList());
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @SuppressWarnings("unchecked") // JSON objects have texts as keys
    private static Map<String, @Nullable Object> tree(JsonNode node) {
        return MAPPER.treeToValue(node, Map.class);
    }
}
