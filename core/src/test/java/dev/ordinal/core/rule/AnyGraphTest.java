package dev.ordinal.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.Given;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules meet objects in which anything may be missing; the order of the objects means nothing to them. */
class AnyGraphTest {
    private static final JsonNode BASES = bases();

    @Property(tries = 400)
    void no_rule_throws_whatever_is_missing(@ForAll long seed) {
        ResourceGraph graph = ResourceGraph.of(objects(new Random(seed), 12));

        assertThat(Judge.findings(graph)).doesNotContainNull();
    }

    /** Of objects that share a name the first is found, and findings do not tell apart those that have none. */
    @Property(tries = 400)
    void the_order_of_the_objects_changes_no_finding(@ForAll long seed) {
        Random random = new Random(seed);
        Set<ObjectRef> names = new HashSet<>();
        List<HasMetadata> objects = objects(random, 4).stream()
                .filter(object -> names.add(ResourceGraph.refOf(object)))
                .toList();
        List<HasMetadata> shuffled = new ArrayList<>(objects);
        Collections.shuffle(shuffled, random);

        assertThat(report(shuffled)).isEqualTo(report(objects));
    }

    private static String report(List<HasMetadata> objects) {
        return Report.of(Judge.findings(ResourceGraph.of(objects))).toString();
    }

    private static List<HasMetadata> objects(Random random, int wounds) {
        List<HasMetadata> objects = new ArrayList<>();
        for (JsonNode base : BASES) {
            JsonNode copy = base.deepCopy();
            for (int i = random.nextInt(wounds); i > 0; i--) {
                wound(copy, random);
            }
            if (copy.path("kind").isString()) {
                objects.add(Given.object(copy));
            }
        }
        return objects;
    }

    /** Walks down to some place, and deletes it or puts null there. */
    private static void wound(JsonNode node, Random random) {
        List<String> names = new ArrayList<>(node.propertyNames());
        int size = node.size();
        if (size == 0) {
            return;
        }
        int index = random.nextInt(size);
        JsonNode child = node.isArray() ? node.get(index) : node.get(names.get(index));
        if (child.isContainer() && !child.isEmpty() && random.nextInt(10) > 0) {
            wound(child, random);
        } else if (node instanceof ArrayNode array) {
            cut(array, index, random);
        } else if (node instanceof ObjectNode object && random.nextBoolean()) {
            object.remove(names.get(index));
        } else if (node instanceof ObjectNode object) {
            object.putNull(names.get(index));
        }
    }

    private static void cut(ArrayNode array, int index, Random random) {
        if (random.nextBoolean()) {
            array.remove(index);
        } else {
            array.setNull(index);
        }
    }

    private static JsonNode bases() {
        InputStream bases = Objects.requireNonNull(AnyGraphTest.class.getResourceAsStream("/conformance/bases.json"));
        return new JsonMapper().readTree(bases);
    }
}
