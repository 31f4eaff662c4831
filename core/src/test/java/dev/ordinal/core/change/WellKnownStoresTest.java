package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WellKnownStoresTest {
    private static final String SET =
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              replicas: 3
              serviceName: db
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers: [%s]
            """;

    @Test
    void a_release_that_an_upgrade_must_not_jump_over_is_told() {
        assertThat(report("{name: db, image: 'mysql:8.0.43'}", "{name: db, image: 'mysql:9.7.0'}"))
                .hasToString(
                        """
                        ERROR    StatefulSet shop/db  spec.template.spec.containers[0].image
                                 at     <text>:11:31
                                 found  "mysql:8.0.43" -> "mysql:9.7.0"
                                 why    the way there leads over 8.4: the server refuses data that has not been through it
                                 fix    upgrade to 8.4 first, wait until all members are well, then go on
                                 rule   ReleasesAreNotSkipped

                        1 error, 0 warnings
                        """);
    }

    @Test
    void an_older_release_is_told() {
        assertThat(report("{name: db, image: 'mongo:8.0.4'}", "{name: db, image: 'mongo:7.0.20'}"))
                .hasToString(
                        """
                        ERROR    StatefulSet shop/db  spec.template.spec.containers[0].image
                                 at     <text>:11:31
                                 found  "mongo:8.0.4" -> "mongo:7.0.20"
                                 why    an older release does not read the data that a newer one has written, and the members do not
                                        start
                                 fix    keep the release, or restore a backup from before the upgrade into a new set
                                 rule   ReleasesAreNotSkipped

                        1 error, 0 warnings
                        """);
    }

    @Test
    void another_major_release_of_postgresql_is_told() {
        assertThat(report("{name: db, image: 'postgres:16.9'}", "{name: db, image: 'postgres:17.5'}"))
                .hasToString(
                        """
                        ERROR    StatefulSet shop/db  spec.template.spec.containers[0].image
                                 at     <text>:11:31
                                 found  "postgres:16.9" -> "postgres:17.5"
                                 why    the server does not read the files of another major release, and the members do not start
                                 fix    make a new set of the new release, and bring the data there by a dump or by replication
                                 rule   ReleasesAreNotSkipped

                        1 error, 0 warnings
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "mysql:8.0.43, mysql:8.4.6",
        "mysql:8.4.6, mysql:9.7.0",
        "mysql:8.4.6, mysql:9.2.0",
        "mysql:8.4.6, mysql:8.4.5",
        "mongo:7.0.20, mongo:8.0.4",
        "cassandra:4.1, cassandra:5.0",
        "docker.elastic.co/elasticsearch/elasticsearch:8.19.1, docker.elastic.co/elasticsearch/elasticsearch:9.1.0",
        "postgres:17.4, postgres:17.5-bookworm",
        "mysql:8.0.43, percona/percona-server:9.7.0",
        "mysql:latest, mysql:9.7.0",
        "mysql, mysql:9.7.0",
        "busybox:1.0, busybox:3.0"
    })
    void other_ways_are_accepted(String before, String after) {
        assertThat(rules("{name: db, image: '" + before + "'}", "{name: db, image: '" + after + "'}"))
                .doesNotContain("ReleasesAreNotSkipped");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql:8.0.43, mysql:9.2.0",
        "mysql:9.7.0, mysql:8.4.6",
        "mongo:6.0, mongo:8.0",
        "mongo:6.0, mongo:8",
        "cassandra:3.11, cassandra:5.0",
        "docker.elastic.co/elasticsearch/elasticsearch:8.11.0, docker.elastic.co/elasticsearch/elasticsearch:9.1.0",
        "postgres:17.5, postgres:16.9",
        "apache/kafka:4.1.0, apache/kafka:3.9.1"
    })
    void these_ways_are_told(String before, String after) {
        assertThat(rules("{name: db, image: '" + before + "'}", "{name: db, image: '" + after + "'}"))
                .contains("ReleasesAreNotSkipped");
    }

    @Test
    void seeds_of_which_none_stays_are_told() {
        assertThat(report(cassandra("CASSANDRA_SEEDS", "db-0.db,db-1.db"), cassandra("CASSANDRA_SEEDS", "db-2.db")))
                .hasToString(
                        """
                        ERROR    StatefulSet shop/db  spec.template.spec.containers[0].env
                                 at     <text>:11:55
                                 found  CASSANDRA_SEEDS: "db-0.db,db-1.db" -> "db-2.db"
                                 why    each member that comes up with it is alone: it finds none of the members that know the ring,
                                        and the ring falls into two
                                 fix    keep at least one of the entries until all members have the new list
                                 rule   ClusterIdentityStays

                        1 error, 0 warnings
                        """);
        assertThat(rules(
                        cassandra("CASSANDRA_SEEDS", "db-0.db,db-1.db"),
                        cassandra("CASSANDRA_SEEDS", "db-1.db, db-2.db")))
                .isEqualTo("[]");
    }

    @Test
    void another_name_of_the_cluster_is_told() {
        assertThat(report(
                        "{name: db, image: 'mongo:8.0.4', command: [mongod], args: [--replSet, rs0]}",
                        "{name: db, image: 'mongo:8.0.4', command: [mongod], args: [--replSet=shop]}"))
                .hasToString(
                        """
                        ERROR    StatefulSet shop/db  spec.template.spec.containers[0].args
                                 at     <text>:11:72
                                 found  --replSet: "rs0" -> "shop"
                                 why    each member that comes up with it is alone: it finds another replica set on its disk and does
                                        not take part
                                 fix    keep "rs0"; another cluster is another set, to which the data is copied
                                 rule   ClusterIdentityStays

                        1 error, 0 warnings
                        """);
        assertThat(rules(cassandra("CASSANDRA_CLUSTER_NAME", "shop"), cassandra("CASSANDRA_CLUSTER_NAME", "orders")))
                .contains("ClusterIdentityStays");
    }

    @Test
    void a_value_that_is_not_in_the_manifest_is_not_judged() {
        assertThat(rules(
                        cassandra("CASSANDRA_CLUSTER_NAME", "shop"),
                        "{name: db, image: 'cassandra:5.0', env: [{name: CASSANDRA_CLUSTER_NAME, valueFrom:"
                                + " {configMapKeyRef: {name: c, key: k}}}]}"))
                .isEqualTo("[]");
    }

    private static String cassandra(String name, String value) {
        return "{name: db, image: 'cassandra:5.0', env: [{name: " + name + ", value: '" + value + "'}]}";
    }

    private static String rules(String before, String after) {
        return report(before, after).diagnostics().toString();
    }

    private static Report report(String before, String after) {
        return Change.between(Manifest.parse(SET.formatted(before)), Manifest.parse(SET.formatted(after)))
                .report();
    }
}
