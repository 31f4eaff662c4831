package dev.ordinal.presets.mongodb;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Issuer;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Metrics;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MongoReplicaSetPropertyTest {
    /** What the backup's CronJob leaves of a StatefulSet's 52 characters. */
    private static final int MOST_NAME_WITH_BACKUP = 45;
    /** What {@code -external-15} leaves of a Service's 63 characters. */
    private static final int MOST_NAME_OUTSIDE = 51;

    @Property(tries = 150)
    void what_is_allowed_has_no_findings(@ForAll("sets") MongoReplicaSet set) {
        assertThat(Manifest.of(set).report()).hasToString("no findings\n");
    }

    @Property(tries = 100)
    void the_list_of_the_agents_is_the_list_of_members(@ForAll("sets") MongoReplicaSet set) {
        ResourceGraph graph = Manifest.of(set).graph();
        ConfigMap files = one(graph, ConfigMap.class, set.name() + "-cluster");
        List<Member> members = graph.members(one(graph, StatefulSet.class, set.name()));
        assertThat(String.valueOf(files.getData().get("members")).lines())
                .map(line -> line.split(" ", -1)[0] + " " + line.split(" ", -1)[1] + " " + line.split(" ", -1)[2])
                .isEqualTo(members.stream()
                        .map(m -> m.ordinal() + " " + m.dns(set.namespace().clusterDomain()) + ":27017 "
                                + (m.ordinal() < set.members().voting() ? 1 : 0))
                        .toList());
        assertThat(members).hasSize(set.members().all());
    }

    @Property(tries = 100)
    void what_a_drain_may_take_away_leaves_a_majority_of_the_votes(@ForAll("sets") MongoReplicaSet set) {
        int unavailable = one(Manifest.of(set).graph(), PodDisruptionBudget.class, set.name())
                .getSpec()
                .getMaxUnavailable()
                .getIntVal();
        assertThat(unavailable).isPositive();
        assertThat(set.members().voting() - unavailable)
                .isGreaterThan(set.members().voting() / 2);
    }

    @Property(tries = 30)
    void the_same_words_give_the_same_bytes(@ForAll("sets") MongoReplicaSet set) {
        assertThat(Manifest.of(set).yaml()).isEqualTo(Manifest.of(set).yaml());
        assertThat(set.runBook().markdown()).isEqualTo(set.runBook().markdown());
    }

    @Provide
    Arbitrary<MongoReplicaSet> sets() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(52)
                .filter(name -> name.matches("[a-z]([-a-z0-9]*[a-z0-9])?"));
        return Combinators.combine(
                        names,
                        Arbitraries.of(3, 5, 7),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(5, 4000),
                        Arbitraries.integers().between(1024, 200_000),
                        Arbitraries.of("", "shop", "a-very-long-namespace-with-a-name-of-sixty-three-characters-abc"),
                        Arbitraries.of(0, 1, 2, 3, 4, 5, 6, 7),
                        Arbitraries.of("7.0.40", "8.0.29"))
                .as((name, members, readers, disk, memory, namespace, choice, version) -> {
                    MongoReplicaSet set = MongoReplicaSet.named(name)
                            .storage(gib(disk))
                            .members(MongoMembers.voting(members).readers(readers))
                            .resources(mib(memory))
                            .version(version)
                            .metrics(Optional.of(Metrics.shown().monitored()).filter(shown -> choice % 2 == 1))
                            .sealed(choice % 2 == 0);
                    set = namespace.isEmpty() ? set : set.namespace(namespace);
                    set = choice < 4 ? set : set.tls(Issuer.ofCluster("ca"));
                    set = choice < 6 || name.length() > MOST_NAME_OUTSIDE
                            ? set
                            : set.external(ExternalAccess.loadBalancers("{ordinal}.example.com"));
                    return choice % 3 == 0 && name.length() <= MOST_NAME_WITH_BACKUP
                            ? set.backup(Backup.to("archive"))
                            : set;
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
