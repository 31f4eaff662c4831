package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class PropertyTableTest {
    private static final JsonMapper DATABIND = new JsonMapper();
    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            StatefulSet.class,
            Service.class,
            PersistentVolumeClaim.class,
            ConfigMap.class,
            Secret.class,
            ServiceAccount.class,
            PodDisruptionBudget.class,
            NetworkPolicy.class,
            Role.class,
            RoleBinding.class,
            Job.class,
            CronJob.class,
            HorizontalPodAutoscaler.class);

    static Collection<Class<? extends HasMetadata>> kinds() {
        return KINDS;
    }

    static Set<Class<?>> reachable() {
        Set<Class<?>> reached = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(KINDS);
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            if (reached.add(type)) {
                for (PropertyTable.Property property : PropertyTable.of(type).properties()) {
                    addModel(property.shape(), open);
                }
            }
        }
        return reached;
    }

    private static void addModel(Shape shape, Deque<Class<?>> open) {
        if (shape instanceof Shape.ListOf list) {
            addModel(list.item(), open);
        } else if (shape instanceof Shape.MapOf map) {
            addModel(map.value(), open);
        } else if (shape instanceof Shape.ModelOf model) {
            open.add(model.type());
        }
    }

    @Test
    void the_whole_model_below_the_kinds_is_reached() {
        assertThat(reachable()).hasSizeGreaterThan(150);
    }

    @Test
    void every_field_below_the_kinds_has_a_known_shape() {
        assertThat(reachable())
                .allSatisfy(type -> assertThat(PropertyTable.of(type).properties())
                        .noneMatch(property -> isOpen(property.shape())));
    }

    private static boolean isOpen(Shape shape) {
        return shape == Shape.Leaf.ANY
                || (shape instanceof Shape.ListOf list && isOpen(list.item()))
                || (shape instanceof Shape.MapOf map && isOpen(map.value()));
    }

    @ParameterizedTest
    @MethodSource("reachable")
    void a_table_has_the_names_that_databind_prints(Class<?> type) {
        Object populated = Populated.shallow(type);
        PropertyTable table = PropertyTable.of(type);
        Set<String> names = new TreeSet<>(table.extras(populated).keySet());
        for (PropertyTable.Property property : table.properties()) {
            names.add(property.name());
        }
        assertThat(databind(populated).keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_tree_is_what_databind_prints(Class<? extends HasMetadata> kind) {
        HasMetadata populated = (HasMetadata) Populated.of(kind);
        assertThat(Trees.of(populated)).isEqualTo(databind(populated));
    }

    private static Map<String, Object> databind(Object object) {
        return DATABIND.readValue(DATABIND.writeValueAsString(object), new TypeReference<Map<String, Object>>() {});
    }
}
