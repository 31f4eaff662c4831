package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Issuer;
import dev.ordinal.presets.part.ExternalAccess;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KafkaClusterPropertyTest {
    @Property(tries = 100)
    void what_is_allowed_has_no_errors(@ForAll("clusters") KafkaCluster cluster) {
        assertThat(Manifest.of(cluster).report().errors()).isEmpty();
    }

    @Property(tries = 100)
    void the_voters_of_a_new_cluster_are_its_controllers(@ForAll("clusters") KafkaCluster cluster) {
        KafkaCluster fresh = cluster.sealed(false);
        String set = Role.voting(fresh).setName(fresh);
        ResourceGraph graph = Manifest.of(fresh).graph();
        String voters = String.valueOf(
                one(graph, ConfigMap.class, set + "-phase").getData().get("initial-controllers"));
        List<Member> members = graph.members(one(graph, StatefulSet.class, set));
        assertThat(Arrays.stream(voters.split(",")).map(voter -> voter.substring(0, voter.lastIndexOf(':'))))
                .containsExactlyElementsOf(members.stream()
                        .map(m -> m.ordinal() + "@" + m.dns(fresh.namespace().clusterDomain()) + ":9093")
                        .toList());
        assertThat(Arrays.stream(voters.split(",")).map(voter -> voter.substring(voter.lastIndexOf(':') + 1)))
                .doesNotHaveDuplicates()
                .allMatch(Identity::isCanonical)
                .noneMatch(Identity::isReserved);
    }

    @Property(tries = 100)
    void no_two_nodes_have_one_id(@ForAll("clusters") KafkaCluster cluster) {
        Set<Integer> ids = new HashSet<>();
        Role.of(cluster).stream()
                .flatMap(role -> role.members(cluster).stream())
                .forEach(member -> assertThat(ids.add(member.ordinal())).isTrue());
    }

    @Property(tries = 100)
    void what_a_drain_may_take_away_leaves_a_majority_and_enough_copies(@ForAll("clusters") KafkaCluster cluster) {
        ResourceGraph graph = Manifest.of(cluster).graph();
        if (!Role.isCombined(cluster)) {
            int unavailable = unavailable(graph, cluster.name() + "-controller");
            assertThat(unavailable).isPositive();
            int controllers = Role.CONTROLLER.nodes(cluster);
            assertThat(controllers - unavailable).isGreaterThan(controllers / 2);
        }
        if (cluster.brokers() >= 3) {
            int copies = ServerProperties.copies(cluster) - unavailable(graph, cluster.name());
            assertThat(copies).isGreaterThanOrEqualTo(ServerProperties.inSync(cluster));
        }
    }

    @Property(tries = 30)
    void the_same_words_give_the_same_bytes(@ForAll("clusters") KafkaCluster cluster) {
        assertThat(Manifest.of(cluster).yaml()).isEqualTo(Manifest.of(cluster).yaml());
        assertThat(cluster.runBook().markdown()).isEqualTo(cluster.runBook().markdown());
    }

    @Property(tries = 30)
    void sealing_restarts_no_pod(@ForAll("clusters") KafkaCluster cluster) {
        assertThat(specs(cluster.sealed())).isEqualTo(specs(cluster.sealed(false)));
    }

    private static List<?> specs(KafkaCluster cluster) {
        return Manifest.of(cluster)
                .graph()
                .all(StatefulSet.class)
                .map(set -> set.get().getSpec())
                .toList();
    }

    private static int unavailable(ResourceGraph graph, String name) {
        return one(graph, PodDisruptionBudget.class, name)
                .getSpec()
                .getMaxUnavailable()
                .getIntVal();
    }

    @Provide
    Arbitrary<KafkaCluster> clusters() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(41)
                .filter(name -> name.matches("[a-z]([-a-z0-9]*[a-z0-9])?"));
        Arbitrary<KafkaCluster> bare = Combinators.combine(
                        names,
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.of(3, 5, 7),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 2000),
                        Arbitraries.integers().between(512, 64_000))
                .as((name, brokers, controllers, combined, disk, memory) -> KafkaCluster.named(name)
                        .storage(gib(disk))
                        .brokers(combined ? controllers : brokers)
                        .controllers(combined ? Controllers.combined() : Controllers.separate(controllers))
                        .resources(mib(memory)));
        return Combinators.combine(
                        bare,
                        Arbitraries.of("", "shop", "a-very-long-namespace-with-a-name-of-sixty-three-characters-abc"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        accesses())
                .as((cluster, namespace, old, insecure, external) -> {
                    KafkaCluster more = cluster.sealed(old).insecure(insecure);
                    more = namespace.isEmpty() ? more : more.namespace(namespace);
                    more = insecure ? more : more.tls(Issuer.named("ca"));
                    more = old
                            ? more.metrics(MetricsAgent.from("registry.example.com/jmx:1.5.0", "/agent.jar")
                                    .monitored())
                            : more;
                    return external.isEmpty() ? more : more.external(external.get(0));
                });
    }

    private static Arbitrary<List<ExternalAccess>> accesses() {
        return Arbitraries.of(Stream.of(
                        List.<ExternalAccess>of(),
                        List.of(ExternalAccess.loadBalancers("k-{ordinal}.example.com")),
                        List.of(ExternalAccess.nodePorts("nodes.example.com", 31000)))
                .toList());
    }

    private static <T extends HasMetadata> T one(ResourceGraph graph, Class<T> kind, String name) {
        return graph.all(kind)
                .map(Located::get)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
