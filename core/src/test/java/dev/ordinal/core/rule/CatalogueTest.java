package dev.ordinal.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The catalogue of what the API server lets happen: each accident is named by its rule, or has a reason why none does. */
class CatalogueTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonNode CATALOGUE = catalogue();

    @Test
    void the_sound_bundle_has_no_finding() {
        assertThat(judged(YAML.createObjectNode()).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void an_accident_is_named_by_its_rule(Accident accident) {
        assertThat(judged(accident.change()).diagnostics())
                .extracting(Diagnostic::rule)
                .contains(accident.rule());
    }

    /** Knative's Service, for one, has the kind and may have the name of one of Kubernetes' own. */
    @ParameterizedTest
    @MethodSource("accidents")
    void objects_of_other_groups_that_bear_these_names_are_judged_without_harm(Accident accident) {
        JsonNode bundle = merged(CATALOGUE.get("sound").deepCopy(), accident.change());
        for (JsonNode object : bundle) {
            JsonNode own = object.get("apiVersion");
            ((ObjectNode) object).put("apiVersion", "example.com/v1");
            assertThat(report(bundle).diagnostics()).isNotNull();
            ((ObjectNode) object).set("apiVersion", own);
        }
    }

    @Test
    void what_no_rule_names_has_a_reason() {
        assertThat(CATALOGUE.get("none").properties())
                .allSatisfy(row -> assertThat(row.getValue().asString()).hasSizeGreaterThan(20));
    }

    static Stream<Accident> accidents() {
        return CATALOGUE.get("accidents").valueStream().map(Accident::of);
    }

    private static Report judged(JsonNode change) {
        return report(merged(CATALOGUE.get("sound").deepCopy(), change));
    }

    private static Report report(JsonNode bundle) {
        return Manifest.parse(bundle.valueStream().map(YAML::writeValueAsString).collect(Collectors.joining("---\n")))
                .report();
    }

    /** RFC 7396; arrays are replaced, but {@code [0]} changes the first element and {@code [+]} adds one. */
    private static JsonNode merged(JsonNode to, JsonNode change) {
        if (!change.isObject()) {
            return change;
        }
        if (to instanceof ArrayNode array && change.has("[0]")) {
            return array.set(0, merged(to.get(0), change.get("[0]")));
        } else if (to instanceof ArrayNode array && change.has("[+]")) {
            return array.add(change.get("[+]"));
        }
        ObjectNode result = to.isObject() ? (ObjectNode) to : YAML.createObjectNode();
        change.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
            }
        });
        return result;
    }

    private static JsonNode catalogue() {
        try (InputStream text = CatalogueTest.class.getResourceAsStream("catalogue.yaml")) {
            return YAML.readTree(Objects.requireNonNull(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A change of the sound bundle that does harm, and the rule that says so. */
    record Accident(String id, String rule, JsonNode change) {
        static Accident of(JsonNode row) {
            return new Accident(row.get("id").asString(), row.get("rule").asString(), row.get("change"));
        }

        @Override
        public String toString() {
            return id + " " + rule;
        }
    }
}
