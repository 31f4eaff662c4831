package dev.ordinal.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.Given;
import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import org.junit.jupiter.api.Test;

class ResourceGraphTest {
    private static final ResourceGraph GRAPH = Given.graph(
            """
            kind: Service
            metadata: {name: db}
            ---
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec: {template: {metadata: {labels: {app: db}}}}
            ---
            kind: CronJob
            metadata: {name: backup, namespace: default}
            spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: dump}]}}}}}
            ---
            kind: Service
            metadata: {name: db}
            spec: {clusterIP: None}
            """);

    @Test
    void objects_keep_their_order() {
        assertThat(GRAPH.objects().stream().map(ResourceGraph::refOf))
                .extracting(ObjectRef::toString)
                .containsExactly("Service db", "StatefulSet shop/db", "CronJob default/backup", "Service db");
    }

    @Test
    void no_namespace_means_default() {
        assertThat(GRAPH.find(Service.class, "default", "db")).isPresent();
        assertThat(GRAPH.find(Service.class, null, "db")).isPresent();
        assertThat(GRAPH.find(Service.class, "shop", "db")).isEmpty();
        assertThat(ResourceGraph.sameNamespace(null, "default")).isTrue();
        assertThat(ResourceGraph.sameNamespace("", "shop")).isFalse();
    }

    @Test
    void of_two_objects_of_one_name_the_first_is_found() {
        assertThat(GRAPH.find(Service.class, null, "db").orElseThrow().get().getSpec())
                .isNull();
    }

    @Test
    void an_object_without_a_name_is_found_by_none() {
        ResourceGraph graph = Given.graph(
                """
                kind: StatefulSet
                spec: {template: {metadata: {labels: {app: db}}}}
                ---
                kind: StatefulSet
                metadata: {namespace: default}
                """);

        ObjectRef nameless = ObjectRef.of("StatefulSet", null, "");
        assertThat(graph.find(nameless)).isEmpty();
        assertThat(graph.workloads(nameless)).isEmpty();
        assertThat(graph.hasNamesakes()).isFalse();
    }

    @Test
    void another_kind_of_the_same_name_is_another_object() {
        assertThat(GRAPH.find(ConfigMap.class, null, "db")).isEmpty();
    }

    @Test
    void workloads_are_found_with_the_path_of_their_template() {
        assertThat(GRAPH.workloads().stream().map(w -> w.ref() + " " + w.pod().path()))
                .containsExactly(
                        "StatefulSet shop/db spec.template.spec",
                        "CronJob default/backup spec.jobTemplate.spec.template.spec");
        assertThat(GRAPH.workloadsIn(null).stream().map(w -> w.ref().name())).containsExactly("backup");
    }

    @Test
    void an_object_without_metadata_has_an_empty_name() {
        assertThat(ResourceGraph.refOf(new Service())).isEqualTo(ObjectRef.of("Service", null, ""));
    }
}
