package dev.ordinal.presets.mysql;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Issuer;
import dev.ordinal.presets.mysql.MySqlTopology.Group;
import dev.ordinal.presets.part.Metrics;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MySqlClusterPropertyTest {
    @Property(tries = 150)
    void what_is_allowed_has_no_errors(@ForAll("clusters") MySqlCluster cluster) {
        assertThat(Manifest.of(cluster).report().errors()).isEmpty();
    }

    @Property(tries = 150)
    void the_list_of_peers_is_the_list_of_members_and_each_may_label_itself(@ForAll("clusters") MySqlCluster cluster) {
        ResourceGraph graph = Manifest.of(cluster).graph();
        List<Member> members = graph.members(one(graph, StatefulSet.class, cluster.name()));
        List<String> peers = String.valueOf(one(graph, ConfigMap.class, cluster.name() + "-state")
                        .getData()
                        .get("members"))
                .lines()
                .toList();
        assertThat(peers)
                .isEqualTo(members.stream()
                        .map(member -> member.dns(cluster.namespace().clusterDomain()))
                        .toList());
        assertThat(members).hasSize(cluster.topology().members());
        if (cluster.topology() instanceof Group) {
            assertThat(one(graph, Role.class, cluster.name()).getRules().get(0).getResourceNames())
                    .isEqualTo(members.stream().map(Member::pod).toList());
        }
    }

    @Property(tries = 150)
    void what_a_drain_may_take_away_leaves_a_majority(@ForAll("clusters") MySqlCluster cluster) {
        Assume.that(cluster.topology() instanceof Group);
        int unavailable = one(Manifest.of(cluster).graph(), PodDisruptionBudget.class, cluster.name())
                .getSpec()
                .getMaxUnavailable()
                .getIntVal();
        int members = cluster.topology().members();
        assertThat(unavailable).isPositive();
        assertThat(members - unavailable).isGreaterThan(members / 2);
    }

    @Property(tries = 300)
    void caches_and_connections_fit_into_the_memory(@ForAll("memories") int memory, @ForAll boolean group) {
        MySqlMemory plan = MySqlMemory.of(mib(memory), group);
        assertThat(plan.bufferPool()).isPositive().satisfies(pool -> assertThat(pool % 128)
                .isZero());
        assertThat(plan.bufferPool() + plan.messages() + plan.connections() + 400)
                .isLessThanOrEqualTo(memory);
    }

    @Property(tries = 40)
    void the_same_words_give_the_same_bytes(@ForAll("clusters") MySqlCluster cluster) {
        assertThat(Manifest.of(cluster).yaml()).isEqualTo(Manifest.of(cluster).yaml());
        assertThat(cluster.runBook().markdown()).isEqualTo(cluster.runBook().markdown());
    }

    @Provide
    Arbitrary<Integer> memories() {
        return Arbitraries.integers().between(768, 500_000);
    }

    @Provide
    Arbitrary<MySqlCluster> clusters() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(52)
                .filter(name -> name.matches("[a-z]([-a-z0-9]*[a-z0-9])?"));
        Arbitrary<MySqlTopology> topologies = Arbitraries.oneOf(
                Arbitraries.of(3, 5, 7, 9).map(MySqlTopology::group),
                Arbitraries.integers().between(2, 12).map(members -> MySqlTopology.asynchronous(members, members - 1)),
                Arbitraries.just(MySqlTopology.standalone()));
        return Combinators.combine(
                        names,
                        topologies,
                        Arbitraries.integers().between(1, 20_000),
                        memories(),
                        Arbitraries.of("", "shop", "a-very-long-namespace-with-a-name-of-sixty-three-characters-abc"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((name, topology, disk, memory, namespace, old, metrics) -> {
                    MySqlCluster cluster = MySqlCluster.named(name)
                            .storage(gib(disk))
                            .topology(topology)
                            .resources(mib(memory))
                            .metrics(Optional.of(Metrics.shown().monitored()).filter(shown -> metrics))
                            .sealed(old);
                    cluster = old ? cluster.tls(Issuer.named("ca")) : cluster;
                    return namespace.isEmpty() ? cluster : cluster.namespace(namespace);
                });
    }

    private static <T extends HasMetadata> T one(ResourceGraph graph, Class<T> kind, String name) {
        return graph.all(kind)
                .map(Located::get)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
