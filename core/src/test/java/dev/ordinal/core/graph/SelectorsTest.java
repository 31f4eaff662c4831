package dev.ordinal.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorsTest {
    private static final Map<String, String> LABELS = Map.of("app", "db", "tier", "data");

    @ParameterizedTest
    @CsvSource({
        "app,  In,           db,  true",
        "app,  In,           web, false",
        "zone, In,           a,   false",
        "app,  NotIn,        web, true",
        "app,  NotIn,        db,  false",
        "zone, NotIn,        a,   true",
        "app,  Exists,       ,    true",
        "zone, Exists,       ,    false",
        "zone, DoesNotExist, ,    true",
        "app,  DoesNotExist, ,    false",
        "app,  Like,         db,  false",
        "app,  ,             db,  false",
    })
    void an_expression_selects_as_the_server_does(
            String key, String operator, @Nullable String value, boolean selected) {
        assertThat(Selectors.selects(expression(key, operator, value), LABELS)).isEqualTo(selected);
    }

    @Test
    void an_absent_selector_selects_nothing_and_an_empty_one_everything() {
        assertThat(Selectors.selects((LabelSelector) null, LABELS)).isFalse();
        assertThat(Selectors.selects(new LabelSelector(), LABELS)).isTrue();
    }

    @Test
    void an_absent_or_empty_selector_of_a_service_selects_nothing() {
        assertThat(Selectors.selects((Map<String, String>) null, LABELS)).isFalse();
        assertThat(Selectors.selects(Map.<String, String>of(), LABELS)).isFalse();
    }

    @Test
    void labels_and_expressions_must_all_hold() {
        LabelSelector both = new LabelSelectorBuilder(expression("tier", "Exists", null))
                .addToMatchLabels("app", "db")
                .build();

        assertThat(Selectors.selects(both, LABELS)).isTrue();
        assertThat(Selectors.selects(both, Map.of("app", "db"))).isFalse();
        assertThat(Selectors.selects(both, Map.of("tier", "data"))).isFalse();
    }

    @Test
    void an_expression_without_a_key_selects_nothing() {
        LabelSelector broken = new LabelSelector();
        broken.setMatchExpressions(Arrays.asList(new LabelSelectorRequirement(), null));

        assertThat(Selectors.selects(broken, Map.of())).isFalse();
    }

    @Property
    void any_part_of_the_labels_selects_them(
            @ForAll @Size(min = 1, max = 5) Map<@AlphaChars String, @AlphaChars String> labels) {
        Map.Entry<String, String> one = labels.entrySet().iterator().next();

        assertThat(Selectors.selects(Map.of(one.getKey(), one.getValue()), labels))
                .isTrue();
        assertThat(Selectors.selects(Map.of(one.getKey(), one.getValue() + "x"), labels))
                .isFalse();
    }

    private static LabelSelector expression(String key, String operator, @Nullable String value) {
        return new LabelSelectorBuilder()
                .addNewMatchExpression()
                .withKey(key)
                .withOperator(operator)
                .withValues(value == null ? List.of() : List.of(value))
                .endMatchExpression()
                .build();
    }
}
