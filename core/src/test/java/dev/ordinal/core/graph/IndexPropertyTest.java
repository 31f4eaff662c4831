package dev.ordinal.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the indexes of a graph answer is what a look at every object gives, in the same order. */
class IndexPropertyTest {
    private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";

    @Property(tries = 300)
    void a_services_selector_finds_what_a_look_at_every_workload_finds(
            @ForAll("graphs") ResourceGraph graph,
            @ForAll("namespaces") String namespace,
            @ForAll("labels") Map<String, String> selector) {
        assertThat(graph.selectedBy(namespace, selector))
                .isEqualTo(graph.workloads().stream()
                        .filter(w -> ResourceGraph.sameNamespace(w.ref().namespace(), namespace))
                        .filter(w -> w.isSelectedBy(selector))
                        .toList());
    }

    @Property(tries = 300)
    void a_label_selector_finds_what_a_look_at_every_workload_finds(
            @ForAll("graphs") ResourceGraph graph,
            @ForAll("namespaces") String namespace,
            @ForAll("selectors") LabelSelector selector) {
        assertThat(graph.selectedBy(namespace, selector))
                .isEqualTo(graph.workloads().stream()
                        .filter(w -> ResourceGraph.sameNamespace(w.ref().namespace(), namespace))
                        .filter(w -> Selectors.selects(selector, w.labels()))
                        .toList());
    }

    @Property(tries = 200)
    void objects_workloads_and_arrows_are_found_by_their_ends_and_kinds(@ForAll("graphs") ResourceGraph graph) {
        for (HasMetadata object : graph.objects()) {
            var ref = ResourceGraph.refOf(object);
            assertThat(graph.referencesFrom(ref))
                    .isEqualTo(graph.references().stream()
                            .filter(r -> r.from().object().equals(ref))
                            .toList());
            assertThat(graph.referencesTo(ref))
                    .isEqualTo(graph.references().stream()
                            .filter(r -> r.to().equals(ref))
                            .toList());
            assertThat(graph.workloads(ref))
                    .isEqualTo(graph.workloads().stream()
                            .filter(w -> ResourceGraph.key(w.ref()).equals(ResourceGraph.key(ref)))
                            .toList());
        }
        for (Relation relation : Relation.values()) {
            assertThat(graph.references(relation))
                    .isEqualTo(graph.references().stream()
                            .filter(r -> r.relation() == relation)
                            .toList());
        }
        assertThat(graph.objects(Service.class, "b").stream().map(Located::get))
                .isEqualTo(graph.objects().stream()
                        .filter(o -> o instanceof Service
                                && "b".equals(o.getMetadata().getNamespace()))
                        .toList());
    }

    @Provide
    Arbitrary<ResourceGraph> graphs() {
        return objects().list().ofMaxSize(40).map(ResourceGraph::of);
    }

    private Arbitrary<HasMetadata> objects() {
        return Combinators.combine(
                        names(), namespaces(), labels(), Arbitraries.integers().between(0, 3))
                .as((name, namespace, labels, kind) -> switch (kind) {
                    case 0 -> job(name, namespace, labels);
                    case 1 -> service(name, namespace, labels);
                    case 2 -> budget(name, namespace, labels);
                    default -> set(name, namespace, labels);
                });
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "a-b", "a-0");
    }

    @Provide
    Arbitrary<String> namespaces() {
        return Arbitraries.of("", "default", "b");
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        Arbitrary<String> keys = Arbitraries.of("app", "tier", "x", POD_NAME, "job-name");
        return Arbitraries.maps(keys, Arbitraries.of("a", "b", "a-0", "b-1")).ofMaxSize(3);
    }

    @Provide
    Arbitrary<LabelSelector> selectors() {
        return Combinators.combine(labels(), Arbitraries.of("", "In", "NotIn", "Exists"))
                .as((labels, operator) -> operator.isEmpty()
                        ? new LabelSelectorBuilder().withMatchLabels(labels).build()
                        : new LabelSelectorBuilder()
                                .withMatchLabels(labels)
                                .addNewMatchExpression()
                                .withKey("tier")
                                .withOperator(operator)
                                .withValues(List.of("a"))
                                .endMatchExpression()
                                .build());
    }

    private static HasMetadata set(String name, String namespace, Map<String, String> labels) {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withServiceName("b")
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static HasMetadata job(String name, String namespace, Map<String, String> labels) {
        return new JobBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static HasMetadata service(String name, String namespace, Map<String, String> labels) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withSelector(labels)
                .endSpec()
                .build();
    }

    private static HasMetadata budget(String name, String namespace, Map<String, String> labels) {
        return new PodDisruptionBudgetBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .endSpec()
                .build();
    }
}
