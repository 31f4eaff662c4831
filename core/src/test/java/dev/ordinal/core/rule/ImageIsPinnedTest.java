package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageIsPinnedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      image: postgres
            """;

    private final Rule rule = new ImageIsPinned();

    @Test
    void an_image_without_a_tag_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].image
                                 found  "postgres"
                                 why    the node that pulls it decides the version, so pods may run different ones after a restart
                                 fix    write the version that you mean as the tag, or a digest
                                 rule   ImageIsPinned""");
    }

    @Test
    void latest_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("image: postgres", "image: registry.example:5000/db/postgres:latest")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].image
                                 found  "registry.example:5000/db/postgres:latest"
                                 why    the node that pulls it decides the version, so pods may run different ones after a restart
                                 fix    write the version that you mean as the tag, or a digest
                                 rule   ImageIsPinned""");
    }

    @Test
    void a_registry_port_is_no_tag() {
        assertThat(judge(rule, EXAMPLE.replace("image: postgres", "image: localhost:5000/postgres")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].image
                                 found  "localhost:5000/postgres"
                                 why    the node that pulls it decides the version, so pods may run different ones after a restart
                                 fix    write the version that you mean as the tag, or a digest
                                 rule   ImageIsPinned""");
    }

    @Test
    void a_version_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("image: postgres", "image: postgres:18.1")))
                .isEmpty();
    }

    @Test
    void a_digest_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("image: postgres", "image: postgres@sha256:4d89c9")))
                .isEmpty();
    }
}
