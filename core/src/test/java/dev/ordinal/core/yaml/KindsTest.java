package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of kinds against the model. */
class KindsTest {
    @Test
    void the_table_says_what_the_model_says() {
        for (Kinds.Kind kind : Kinds.all()) {
            PropertyTable table = PropertyTable.of(kind.type());
            Object object = table.newInstance();
            assertThat(object).hasFieldOrPropertyWithValue("apiVersion", kind.apiVersion());
            assertThat(object).hasFieldOrPropertyWithValue("kind", kind.name());
        }
        assertThat(Kinds.all()).hasSize(34);
    }

    @Test
    void namespaced_kinds_are_told_from_the_others() {
        assertThat(Kinds.all().stream().filter(kind -> !kind.namespaced()).map(Kinds.Kind::name))
                .containsExactlyInAnyOrder(
                        "PersistentVolume",
                        "Namespace",
                        "Node",
                        "IngressClass",
                        "IPAddress",
                        "ServiceCIDR",
                        "ClusterRole",
                        "ClusterRoleBinding",
                        "PriorityClass");
        assertThat(Kinds.namespaced("cert-manager.io/v1", "Certificate")).isTrue();
    }

    @Test
    void every_field_of_every_kind_has_a_type_but_raw_data() {
        Set<String> untyped = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();
        Deque<Class<?>> left = new ArrayDeque<>();
        Kinds.all().forEach(kind -> left.add(kind.type()));
        for (Class<?> type = left.poll(); type != null; type = left.poll()) {
            if (seen.add(type)) {
                for (PropertyTable.Property property : PropertyTable.of(type).properties()) {
                    Shape shape = inside(property.shape());
                    if (shape instanceof Shape.ModelOf model) {
                        left.add(model.type());
                    } else if (shape == Shape.Leaf.ANY) {
                        untyped.add(type.getSimpleName() + "." + property.name());
                    }
                }
            }
        }
        assertThat(untyped).containsExactly("ControllerRevision.data");
        assertThat(seen).contains(ObjectMeta.class).hasSizeGreaterThan(200);
    }

    private static Shape inside(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return inside(list.item());
        }
        return shape instanceof Shape.MapOf map ? inside(map.value()) : shape;
    }
}
