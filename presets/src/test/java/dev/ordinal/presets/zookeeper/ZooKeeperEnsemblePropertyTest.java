package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Issuer;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Metrics;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ZooKeeperEnsemblePropertyTest {
    @Property(tries = 200)
    void what_is_allowed_has_no_errors(@ForAll("ensembles") ZooKeeperEnsemble ensemble) {
        assertThat(Manifest.of(ensemble).report().errors()).isEmpty();
    }

    @Property(tries = 200)
    void the_list_of_peers_is_the_list_of_members(@ForAll("ensembles") ZooKeeperEnsemble ensemble) {
        ResourceGraph graph = Manifest.of(ensemble).graph();
        ConfigMap files = one(graph, ConfigMap.class, ensemble.name() + "-conf");
        List<String> peers = String.valueOf(files.getData().get("zoo.cfg"))
                .lines()
                .filter(line -> line.startsWith("server."))
                .toList();
        List<Member> members = graph.members(one(graph, StatefulSet.class, ensemble.name()));
        assertThat(peers)
                .isEqualTo(members.stream()
                        .map(m -> "server." + m.ordinal() + "="
                                + m.dns(ensemble.namespace().clusterDomain()) + ":2888:3888;"
                                + (ensemble.tls().isPresent() ? "127.0.0.1:" : "") + "2181")
                        .toList());
        assertThat(members).hasSize(ensemble.members());
        assertThat(members.get(0).ordinal()).isEqualTo(1);
    }

    @Property(tries = 200)
    void what_a_drain_may_take_away_leaves_a_majority(@ForAll("ensembles") ZooKeeperEnsemble ensemble) {
        ResourceGraph graph = Manifest.of(ensemble).graph();
        int unavailable = one(graph, PodDisruptionBudget.class, ensemble.name())
                .getSpec()
                .getMaxUnavailable()
                .getIntVal();
        assertThat(unavailable).isPositive();
        assertThat(ensemble.members() - unavailable).isGreaterThan(ensemble.members() / 2);
    }

    @Property(tries = 50)
    void the_same_words_give_the_same_bytes(@ForAll("ensembles") ZooKeeperEnsemble ensemble) {
        assertThat(Manifest.of(ensemble).yaml()).isEqualTo(Manifest.of(ensemble).yaml());
    }

    @Provide
    Arbitrary<ZooKeeperEnsemble> ensembles() {
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
                        Arbitraries.integers().between(1, 2000),
                        Arbitraries.integers().between(256, 64_000),
                        Arbitraries.of("", "shop", "a-very-long-namespace-with-a-name-of-sixty-three-characters-abc"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 5, 100),
                        ways())
                .as((name, members, disk, memory, namespace, old, log, way) -> {
                    ZooKeeperEnsemble ensemble = ZooKeeperEnsemble.named(name)
                            .storage(gib(disk))
                            .members(members)
                            .resources(mib(memory))
                            .sealed(old);
                    ensemble = namespace.isEmpty() ? ensemble : ensemble.namespace(namespace);
                    return way.apply(log == 0 ? ensemble : ensemble.logStorage(gib(log)));
                });
    }

    /** How they come in. */
    private static Arbitrary<UnaryOperator<ZooKeeperEnsemble>> ways() {
        return Arbitraries.of(List.of(
                ensemble -> ensemble,
                ensemble -> ensemble.insecure(),
                ensemble -> ensemble.authentication(Authentication.understood()),
                ensemble -> ensemble.authentication(Authentication.shown()),
                ensemble -> ensemble.tls("certificate"),
                ensemble ->
                        ensemble.tls(Issuer.named("ca")).metrics(Metrics.shown().monitored()),
                ensemble -> ensemble.tls("certificate").insecure(),
                ensemble -> ensemble.tls("certificate").external(ExternalAccess.nodePorts("example.com", 32_000)),
                ensemble -> ensemble.tls("certificate")
                        .external(ExternalAccess.loadBalancers("zk-{ordinal}.example.com"))));
    }

    @Property(tries = 200)
    void each_member_has_a_way_in_from_outside_and_that_is_encrypted(@ForAll("ensembles") ZooKeeperEnsemble ensemble) {
        ResourceGraph graph = Manifest.of(ensemble).graph();
        List<Service> outside = graph.all(Service.class)
                .map(Located::get)
                .filter(service -> service.getSpec().getType() != null)
                .toList();
        assertThat(outside).hasSize(ensemble.external().isPresent() ? ensemble.members() : 0);
        assertThat(outside)
                .flatExtracting(service -> service.getSpec().getPorts())
                .extracting(ServicePort::getPort)
                .allMatch(port -> port == 2281);
        assertThat(ensemble.externalConnectString().stream().flatMap(all -> Stream.of(all.split(","))))
                .hasSameSizeAs(outside)
                .doesNotHaveDuplicates();
    }

    private static <T extends HasMetadata> T one(ResourceGraph graph, Class<T> kind, String name) {
        return graph.all(kind)
                .map(Located::get)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
