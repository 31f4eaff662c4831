package dev.ordinal.presets;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.mongodb.MongoReplicaSet;
import dev.ordinal.presets.mysql.MySqlCluster;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Preset;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about the words that all presets share. */
class SharedRulesTest {
    private static final ZooKeeperEnsemble ZK =
            ZooKeeperEnsemble.named("zk").storage(gib(20)).namespace("shop");
    private static final MySqlCluster MYSQL =
            MySqlCluster.named("orders").storage(gib(20)).namespace("shop").version("9.7.2");

    @Test
    void a_namespace_without_a_name_is_refused() {
        assertFinds(
                ZK.namespace(""),
                "NamespaceHasAName",
                """
                ERROR    ZooKeeperEnsemble zk  namespace
                         found  ""
                         why    no namespace has an empty name, so names such as zk-1.zk-headless..svc.cluster.local lead to
                                nobody
                         fix    use namespace("…") with its name, or leave out namespace to take that of whoever applies the
                                objects
                         rule   NamespaceHasAName""");
    }

    /** What the API server says of each object is not said again. */
    @ParameterizedTest
    @ValueSource(strings = {"A b", "a.b"})
    void any_other_text_that_is_no_namespace_is_told_by_the_objects(String name) {
        assertThat(Manifest.of(ZK.namespace(name)).report().errors())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.path()).startsWith("metadata."));
    }

    @Test
    void an_image_of_another_version_is_told() {
        assertFinds(
                MYSQL.version(MYSQL.version().image("registry.example.com/mysql:8.4.6")),
                "ImageIsOfTheVersion",
                """
                WARNING  MySqlCluster shop/orders  version.image
                         found  "registry.example.com/mysql:8.4.6", for version 9.7.2
                         why    rules, settings and run book go by the version that is said, and members run that of the image
                         fix    say Version.of(…) with the version of this image, or use an image of 9.7.2
                         rule   ImageIsOfTheVersion""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql:9.7.2",
                "mysql:v9.7.2",
                "mysql:9.7.2-oraclelinux9",
                "mysql:9.7.2.1",
                "mysql:9.7",
                "mysql:9",
                "mysql:20260101",
                "mysql:orders",
                "registry.example.com:5000/mysql"
            })
    void an_image_of_the_same_version_or_of_none_is_accepted(String image) {
        assertDoesNotFind(MYSQL.version(MYSQL.version().image(image)), "ImageIsOfTheVersion");
    }

    @Test
    void a_host_that_no_client_can_look_up_is_refused() {
        assertFinds(
                MYSQL.external(ExternalAccess.loadBalancers("https://DB {ordinal}.example.com:443")),
                "HostIsAName",
                """
                ERROR    MySqlCluster shop/orders  external
                         found  "https://DB {ordinal}.example.com:443"
                         why    clients outside would come to the host "https://DB 0.example.com:443", which nobody can look
                                up
                         fix    write a name in DNS or an IP address alone, without scheme, blank and port
                         rule   HostIsAName""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "192.0.2.0/24",
                "db.example.com:30000",
                "db..example.com",
                "-db.example.com",
                "db-{index}.example.com"
            })
    void no_other_text_is_a_host(String host) {
        assertThat(Manifest.of(MYSQL.external(ExternalAccess.nodePorts(host, 30000)))
                        .report()
                        .errors())
                .extracting(finding -> finding.rule())
                .containsOnlyOnce("HostIsAName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example.com",
                "DB.example.com",
                "db.example.com.",
                "node_1.example",
                "localhost",
                "192.0.2.7",
                "2001:db8::7"
            })
    void names_and_addresses_are_hosts(String host) {
        assertDoesNotFind(MYSQL.external(ExternalAccess.nodePorts(host, 30000)), "HostIsAName");
    }

    @Test
    void a_host_of_mongodb_is_told_once() {
        assertThat(Manifest.of(MongoReplicaSet.named("db")
                                .storage(gib(20))
                                .tls("db-tls")
                                .external(ExternalAccess.nodePorts("db.example.com:443", 30000)))
                        .report()
                        .errors())
                .extracting(finding -> finding.rule())
                .containsExactly("HostIsAName");
    }

    private static void assertFinds(Preset<?> preset, String rule, String expected) {
        assertThat(Manifest.of(preset).report().diagnostics())
                .filteredOn(finding -> finding.rule().equals(rule))
                .singleElement()
                .hasToString(expected.stripTrailing());
    }

    private static void assertDoesNotFind(Preset<?> preset, String rule) {
        assertThat(Manifest.of(preset).report().diagnostics())
                .extracting(finding -> finding.rule())
                .doesNotContain(rule);
    }
}
