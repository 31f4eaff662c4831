package dev.ordinal.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordinal.core.Given;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.junit.jupiter.api.Test;

class LocatedTest {
    private static final ResourceGraph GRAPH = Given.graph(
            """
            kind: StatefulSet
            metadata: {name: db}
            spec:
              template:
                spec:
                  containers:
                    - {name: db, image: 'db:1'}
                    -
                    - {name: agent}
            ---
            kind: ConfigMap
            metadata: {name: conf}
            data: {db.conf: 'a=b', empty: }
            """);

    private final Located<StatefulSet> set =
            GRAPH.all(StatefulSet.class).findFirst().orElseThrow();
    private final Located<PodSpec> pod = GRAPH.workloads().get(0).pod();

    @Test
    void a_step_down_is_taken_in_the_value_and_in_the_path() {
        assertThat(pod.path()).isEqualTo("spec.template.spec");
        assertThat(pod.object()).isEqualTo(ObjectRef.of("StatefulSet", null, "db"));
    }

    @Test
    void items_have_their_index_and_absent_ones_are_left_out() {
        assertThat(pod.each("containers", PodSpec::getContainers).stream()
                        .map(c -> c.path() + " " + c.get().getName()))
                .containsExactly("spec.template.spec.containers[0] db", "spec.template.spec.containers[2] agent");
    }

    @Test
    void entries_have_their_key_and_absent_ones_are_left_out() {
        Located<ConfigMap> map = GRAPH.all(ConfigMap.class).findFirst().orElseThrow();

        assertThat(map.entries("data", ConfigMap::getData).stream().map(Located::path))
                .containsExactly("data[db.conf]");
    }

    @Test
    void a_step_from_an_absent_value_leads_to_an_absent_value_with_its_path() {
        Located<Container> nothing =
                pod.field("securityContext", PodSpec::getSecurityContext).field("container", context -> null);

        assertThat(nothing.isPresent()).isFalse();
        assertThat(nothing.path()).isEqualTo("spec.template.spec.securityContext.container");
        assertThat(nothing.each("env", Container::getEnv)).isEmpty();
        assertThat(nothing.entries("x", c -> null)).isEmpty();
        assertThat(nothing.field("image", Container::getImage).or("none")).isEqualTo("none");
        assertThat(nothing.map(Container::getImage).isPresent()).isFalse();
    }

    @Test
    void to_get_what_is_absent_is_a_mistake_that_says_where() {
        assertThatThrownBy(() -> set.field("spec", s -> null).get())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("no value at StatefulSet db spec");
    }

    @Test
    void a_finding_carries_the_place() {
        var error = pod.error("R", "f", "w", "x");

        assertThat(error.path()).isEqualTo("spec.template.spec");
        assertThat(error.severity()).isEqualTo(Severity.ERROR);
        assertThat(pod.warning("R", "f", "w", "x").severity()).isEqualTo(Severity.WARNING);
    }
}
