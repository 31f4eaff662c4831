package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageIsMaintainedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      image: mysql:5.7
            """;

    private final Rule rule = new ImageIsMaintained();

    @Test
    void an_ended_version_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].image
                                 found  "mysql:5.7"
                                 why    mysql 5.7 has had no security fixes since 2023-10-31
                                 fix    plan the upgrade to mysql 8.4, one supported step after the other
                                 rule   ImageIsMaintained""");
    }

    @Test
    void a_patch_and_a_variant_of_it_are_reported() {
        assertThat(judge(rule, EXAMPLE.replace("mysql:5.7", "docker.io/library/postgres:13.4-alpine")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].image
                                 found  "docker.io/library/postgres:13.4-alpine"
                                 why    postgres 13 has had no security fixes since 2025-11-13
                                 fix    plan the upgrade to postgres 18, one supported step after the other
                                 rule   ImageIsMaintained""");
    }

    @Test
    void a_maintained_version_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("mysql:5.7", "mysql:8.4"))).isEmpty();
    }

    @Test
    void a_longer_number_is_another_version() {
        assertThat(judge(rule, EXAMPLE.replace("mysql:5.7", "zookeeper:3.70"))).isEmpty();
    }

    @Test
    void an_image_of_somebody_else_is_left_alone() {
        assertThat(judge(rule, EXAMPLE.replace("mysql:5.7", "acme/mysql:5.7"))).isEmpty();
    }

    @Test
    void an_image_without_a_tag_is_left_alone() {
        assertThat(judge(rule, EXAMPLE.replace("mysql:5.7", "mysql"))).isEmpty();
    }
}
