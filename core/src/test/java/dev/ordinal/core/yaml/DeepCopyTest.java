package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeepCopyTest {
    @ParameterizedTest
    @MethodSource("dev.ordinal.core.yaml.PropertyTableTest#kinds")
    void a_copy_is_equal_and_prints_the_same(Class<? extends HasMetadata> kind) {
        HasMetadata object = (HasMetadata) Populated.of(kind);
        HasMetadata copy = DeepCopy.of(object);
        assertThat(copy).isEqualTo(object).isNotSameAs(object);
        assertThat(YamlWriter.write(Trees.of(copy))).isEqualTo(YamlWriter.write(Trees.of(object)));
    }

    @ParameterizedTest
    @MethodSource("dev.ordinal.core.yaml.PropertyTableTest#kinds")
    void a_change_of_a_copy_does_not_reach_the_object(Class<? extends HasMetadata> kind) {
        HasMetadata object = (HasMetadata) Populated.of(kind);
        object.getMetadata().setLabels(Map.of("a", "b"));
        object.getMetadata().setFinalizers(List.of("x"));
        HasMetadata copy = DeepCopy.of(object);
        copy.getMetadata().getLabels().put("c", "d");
        copy.getMetadata().getFinalizers().clear();
        if (copy instanceof StatefulSet set) {
            set.getSpec().getTemplate().getSpec().getContainers().get(0).setName("changed");
        }
        assertThat(object.getMetadata().getLabels()).containsOnlyKeys("a");
        assertThat(object.getMetadata().getFinalizers()).containsExactly("x");
        assertThat(Trees.of(object).toString()).doesNotContain("changed");
    }
}
