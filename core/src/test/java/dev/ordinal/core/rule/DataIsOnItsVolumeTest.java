package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DataIsOnItsVolumeTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      image: postgres:17.2
                      volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]
                  volumes: [{name: tmp, emptyDir: {}}, {name: conf, configMap: {name: conf}}]
              volumeClaimTemplates: [{metadata: {name: data}}]
            """;

    private final Rule rule = new DataIsOnItsVolume();

    @Test
    void a_claim_above_the_images_own_volume_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts
                                 found  "data" at /var/lib/postgresql
                                 why    postgres keeps its data in /var/lib/postgresql/data, which the image declares as a volume of
                                        its own: that lies over the claim and is on the node, and is lost when the pod moves
                                 fix    mount a claim at /var/lib/postgresql/data
                                 rule   DataIsOnItsVolume""");
    }

    @Test
    void a_claim_elsewhere_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("mountPath: /var/lib/postgresql", "mountPath: /backup")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts
                                 found  nothing at /var/lib/postgresql/data
                                 why    postgres keeps its data in /var/lib/postgresql/data, which is on the node, and is lost when
                                        the pod moves
                                 fix    mount a claim at /var/lib/postgresql/data
                                 rule   DataIsOnItsVolume""");
    }

    @Test
    void a_claim_below_the_data_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("postgres:17.2", "postgres:18.1")
                                .replace("mountPath: /var/lib/postgresql", "mountPath: /var/lib/postgresql/data")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts
                                 found  nothing at /var/lib/postgresql/18/docker
                                 why    postgres keeps its data in /var/lib/postgresql/18/docker, which is on the node, and is lost
                                        when the pod moves
                                 fix    mount a claim at /var/lib/postgresql
                                 rule   DataIsOnItsVolume""");
    }

    @Test
    void an_empty_dir_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "{name: data, mountPath: /var/lib/postgresql}",
                                "{name: tmp, mountPath: /var/lib/postgresql/data}, {name: data, mountPath: /backup}")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts
                                 found  emptyDir "tmp" at /var/lib/postgresql/data
                                 why    postgres keeps its data in /var/lib/postgresql/data, which is an emptyDir on the node, and is
                                        lost when the pod moves
                                 fix    mount a claim at /var/lib/postgresql/data
                                 rule   DataIsOnItsVolume""");
    }

    @Test
    void data_without_any_claim_is_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("  volumeClaimTemplates: [{metadata: {name: data}}]\n", "")
                                .replace("[{name: data, mountPath: /var/lib/postgresql}]", "[]")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts
                                 found  nothing at /var/lib/postgresql/data
                                 why    postgres keeps its data in /var/lib/postgresql/data, which is on the node, and is lost when
                                        the pod moves
                                 fix    mount a claim at /var/lib/postgresql/data
                                 rule   DataIsOnItsVolume""");
    }

    @Test
    void one_of_two_volumes_is_not_enough() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("postgres:17.2", "zookeeper:3.9.4").replace("/var/lib/postgresql", "/data")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts
                                 found  nothing at /datalog
                                 why    zookeeper keeps its data in /datalog, which is on the node, and is lost when the pod moves
                                 fix    mount a claim at /datalog
                                 rule   DataIsOnItsVolume""");
    }

    @Test
    void a_claim_above_with_files_of_ones_own_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("[{name: data,", "[{name: conf, mountPath: /etc/conf}, {name: data,")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts
                                 found  "data" at /var/lib/postgresql
                                 why    postgres keeps its data in /var/lib/postgresql/data, which the image declares as a volume of
                                        its own: that lies over the claim and is on the node, and is lost when the pod moves
                                 fix    mount a claim at /var/lib/postgresql/data
                                 rule   DataIsOnItsVolume""");
    }

    @Test
    void the_right_place_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("/var/lib/postgresql", "/var/lib/postgresql/data")))
                .isEmpty();
    }

    @Test
    void the_place_of_the_version_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("postgres:17.2", "postgres:18.1")))
                .isEmpty();
    }

    @Test
    void a_variable_that_moves_the_data_is_followed() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "image: postgres:17.2",
                                        "image: postgres:17.2\n          env: [{name: PGDATA, value: /var/lib/postgresql/17/main}]")))
                .isEmpty();
    }

    @Test
    void an_option_that_moves_the_data_is_followed() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "image: postgres:17.2",
                                "image: mysql:8.4\n          args: [--datadir=/var/lib/postgresql/mysql]")))
                .isEmpty();
    }

    @Test
    void a_variable_that_points_into_the_images_volume_is_followed() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                        "image: postgres:17.2",
                                        "image: apache/kafka:4.1.0\n          env: [{name: KAFKA_LOG_DIRS, value: /var/lib/kafka/data}]")
                                .replace("mountPath: /var/lib/postgresql", "mountPath: /var/lib/kafka")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts
                                 found  "data" at /var/lib/kafka
                                 why    apache/kafka keeps its data in /var/lib/kafka/data, which the image declares as a volume of
                                        its own: that lies over the claim and is on the node, and is lost when the pod moves
                                 fix    mount a claim at /var/lib/kafka/data
                                 rule   DataIsOnItsVolume""");
    }

    @Test
    void where_only_a_setting_tells_nothing_is_guessed() {
        assertThat(judge(rule, EXAMPLE.replace("postgres:17.2", "apache/kafka:4.1.0")))
                .isEmpty();
    }

    @Test
    void files_of_ones_own_may_move_the_data() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "[{name: data, mountPath: /var/lib/postgresql}]",
                                "[{name: conf, mountPath: /etc/conf}, {name: data, mountPath: /mnt/data}]")))
                .isEmpty();
    }

    @Test
    void an_unknown_image_is_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("postgres:17.2", "registry.example/orders/postgres:17.2")))
                .isEmpty();
    }

    @Test
    void a_claim_between_the_images_volume_and_the_data_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("postgres:17.2", "rabbitmq:4.1")
                                .replace("mountPath: /var/lib/postgresql", "mountPath: /var/lib/rabbitmq/mnesia")))
                .isEmpty();
    }

    @Test
    void without_a_version_the_newest_is_meant() {
        assertThat(judge(rule, EXAMPLE.replace("postgres:17.2", "postgres:latest")))
                .isEmpty();
    }
}
