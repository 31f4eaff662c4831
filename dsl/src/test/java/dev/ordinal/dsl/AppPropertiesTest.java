package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.yaml.Trees;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is true of every app, whatever words it is made of. */
class AppPropertiesTest {
    @Provide
    Arbitrary<StatefulApp> apps() {
        return Apps.any();
    }

    @Property(tries = 300)
    void an_app_of_allowed_words_has_no_error(@ForAll("apps") StatefulApp app) {
        assertThat(Manifest.of(app).report().errors()).isEmpty();
    }

    @Property(tries = 200)
    void rendering_twice_gives_the_same_bytes(@ForAll("apps") StatefulApp app) {
        assertThat(Manifest.of(app).yaml()).isEqualTo(Manifest.of(app).yaml());
    }

    @Property(tries = 200)
    void the_yaml_reads_back_as_the_graph_under_1_1_and_1_2(@ForAll("apps") StatefulApp app) {
        Manifest manifest = Manifest.of(app);
        List<Map<String, ?>> graph = trees(manifest);
        List<Object> yaml12 = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromReader(slowly(manifest.yaml()))
                .forEach(yaml12::add);
        List<Object> yaml11 = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(slowly(manifest.yaml()))
                .forEach(yaml11::add);
        assertThat(yaml12).isEqualTo(graph);
        assertThat(yaml11).isEqualTo(graph);
    }

    /** Both libraries fail on a character of two halves at the edge of a buffer that was filled at once. */
    private static Reader slowly(String yaml) {
        return new FilterReader(new StringReader(yaml)) {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.max(1, length - 1));
            }
        };
    }

    @Property(tries = 200)
    void the_yaml_reads_back_as_the_graph_as_the_api_server_reads(@ForAll("apps") StatefulApp app) {
        Manifest manifest = Manifest.of(app);
        Manifest again = Manifest.parse(manifest.yaml());
        assertThat(again.report().errors()).isEmpty();
        assertThat(trees(again)).isEqualTo(trees(manifest));
        assertThat(again.yaml()).isEqualTo(manifest.yaml());
    }

    @Property(tries = 200)
    void the_selector_is_part_of_the_pods_labels(@ForAll("apps") StatefulApp app) {
        StatefulSet set = set(app);
        assertThat(set.getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(set.getSpec().getSelector().getMatchLabels());
    }

    @Property(tries = 200)
    void every_reference_to_the_apps_own_objects_resolves(@ForAll("apps") StatefulApp app) {
        ResourceGraph graph = Manifest.of(app).graph();
        assertThat(graph.references())
                .filteredOn(reference -> reference.relation() != Relation.PULLS_WITH)
                .allSatisfy(reference -> assertThat(graph.find(reference.to()))
                        .as("%s", reference)
                        .isPresent());
        assertThat(graph.references(Relation.GOVERNED_BY)).hasSize(1);
        assertThat(graph.all(Service.class)).allSatisfy(service -> assertThat(graph.references(Relation.SELECTS))
                .anyMatch(reference -> reference.from().object().equals(service.object())
                        || service.get().getSpec().getSelector().containsKey("statefulset.kubernetes.io/pod-name")));
    }

    @Property(tries = 200)
    void identities_are_unique_and_fit_into_dns(@ForAll("apps") StatefulApp app) {
        List<Member> members = app.members();
        assertThat(members).hasSize(app.replicas());
        assertThat(new HashSet<>(members.stream().map(Member::dns).toList())).hasSize(app.replicas());
        assertThat(members.get(0).ordinal()).isEqualTo(app.firstOrdinal());
        assertThat(members).allSatisfy(member -> assertThat(member.dns().split("\\."))
                .allMatch(label -> label.length() <= 63 && label.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")));
        assertThat(Member.of(set(app))).isEqualTo(members);
    }

    @Property(tries = 200)
    void there_is_a_claim_for_each_member_and_template(@ForAll("apps") StatefulApp app) {
        ResourceGraph graph = Manifest.of(app).graph();
        int templates = set(app).getSpec().getVolumeClaimTemplates().size();
        assertThat(graph.claims()).hasSize(app.replicas() * templates);
        assertThat(new HashSet<>(graph.claims().stream()
                        .map(claim -> claim.getMetadata().getName())
                        .toList()))
                .hasSize(graph.claims().size());
    }

    @Property(tries = 100)
    void a_change_of_a_rolling_file_changes_the_pods_and_of_a_live_one_does_not(
            @ForAll("apps") StatefulApp app, @ForAll boolean rolls) {
        FilesVolume before = VolumeSpec.files("more").file("a", "1").rollsPods(rolls);
        StatefulApp one = withMore(app, before);
        StatefulApp other = withMore(app, before.file("a", "2"));
        assertThat(set(one).equals(set(other))).isEqualTo(!rolls);
        assertThat(one.render().objects().stream()
                        .filter(ConfigMap.class::isInstance)
                        .toList())
                .isNotEqualTo(other.render().objects().stream()
                        .filter(ConfigMap.class::isInstance)
                        .toList());
    }

    private static List<Map<String, ?>> trees(Manifest manifest) {
        List<Map<String, ?>> trees = new ArrayList<>();
        manifest.graph().objects().forEach(object -> trees.add(Trees.of(object)));
        return trees;
    }

    private static StatefulApp withMore(StatefulApp app, FilesVolume files) {
        return app.container(ContainerSpec.named("more").image("more:1").mount(files, "/more"));
    }

    private static StatefulSet set(StatefulApp app) {
        return Manifest.of(app)
                .graph()
                .all(StatefulSet.class)
                .findFirst()
                .orElseThrow()
                .get();
    }
}
