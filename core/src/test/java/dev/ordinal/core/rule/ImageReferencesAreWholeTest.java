package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageReferencesAreWholeTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - {name: postgres, image: "postgres:18.1 "}
                  volumes:
                    - {name: models, image: {reference: models:1}}
            """;

    private final Rule rule = new ImageReferencesAreWhole();

    @Test
    void blanks_around_an_image_are_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].image
                                 found  "postgres:18.1 "
                                 why    the API server takes it here, but refuses every pod that is made from it
                                 fix    write it without blanks: postgres:18.1
                                 rule   ImageReferencesAreWhole""");
    }

    @Test
    void an_image_volume_without_an_image_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("18.1 ", "18.1").replace("reference: models:1", "pullPolicy: Always")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.volumes[0].image.reference
                                 found  nothing
                                 why    the API server takes it here, but refuses every pod that is made from it
                                 fix    set reference to an image, such as registry.example/models:1.0
                                 rule   ImageReferencesAreWhole""");
    }

    @Test
    void whole_references_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("18.1 ", "18.1"))).isEmpty();
    }

    @Test
    void a_repository_with_a_capital_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("postgres:18.1 ", "Reg/MySQL:9.7.2")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].image
                                 found  "Reg/MySQL:9.7.2"
                                 why    the API server takes it, but the kubelet can read no image from it (InvalidImageName), so no
                                        pod of it starts
                                 fix    write the repository in lower case: Reg/mysql:9.7.2
                                 rule   ImageReferencesAreWhole""");
    }

    @Test
    void a_blank_inside_is_refused_and_no_other_broken_image_is_advised() {
        assertThat(judge(rule, EXAMPLE.replace("postgres:18.1 ", "a b:1")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].image
                                 found  "a b:1"
                                 why    the API server takes it, but the kubelet can read no image from it (InvalidImageName), so no
                                        pod of it starts
                                 fix    write it as registry.example/team/image:tag, or with @sha256: and 64 hexadecimal digits
                                 rule   ImageReferencesAreWhole""");
        assertThat(judge(rule, EXAMPLE.replace("postgres:18.1 ", " a b:1")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].image
                                 found  " a b:1"
                                 why    the API server takes it here, but refuses every pod that is made from it
                                 fix    write it as registry.example/team/image:tag, or with @sha256: and 64 hexadecimal digits
                                 rule   ImageReferencesAreWhole""");
    }

    @Test
    void an_image_volume_without_a_whole_reference_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("18.1 ", "18.1").replace("models:1", "models@sha256:abc")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.volumes[0].image.reference
                                 found  "models@sha256:abc"
                                 why    the API server takes it, but the kubelet can read no image from it (InvalidImageName), so no
                                        pod of it starts
                                 fix    write it as registry.example/team/image:tag, or with @sha256: and 64 hexadecimal digits
                                 rule   ImageReferencesAreWhole""");
    }
}
