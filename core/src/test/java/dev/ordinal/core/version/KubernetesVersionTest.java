package dev.ordinal.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KubernetesVersionTest {
    @Test
    void a_version_is_read_as_people_and_clusters_write_it() {
        assertThat(Stream.of("1.33", "v1.33", "1.33.0", "v1.33.12", "v1.33.2-gke.1000", "v1.33.4+k3s1", " 1.33 "))
                .allSatisfy(text -> assertThat(KubernetesVersion.of(text)).hasToString("1.33"));
    }

    @Test
    void other_texts_are_refused_with_what_is_allowed_and_what_was_given() {
        assertThatThrownBy(() -> KubernetesVersion.of("1.29"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A version of Kubernetes from 1.30 to 1.36 is asked for, such as \"1.33\", but \"1.29\" was given");
        assertThat(Stream.of("", "1", "1.", "2.33", "1.37", "1.033x", "latest", "1.33 beta", "1.99999999999"))
                .allSatisfy(text -> assertThatThrownBy(() -> KubernetesVersion.of(text))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageEndingWith("was given"));
    }

    @Property(tries = 50)
    void versions_are_ordered_and_read_back(
            @ForAll @IntRange(min = 30, max = 36) int one, @ForAll @IntRange(min = 30, max = 36) int other) {
        KubernetesVersion version = new KubernetesVersion(one);
        assertThat(KubernetesVersion.of(version.toString())).isEqualTo(version);
        assertThat(Integer.signum(version.compareTo(new KubernetesVersion(other))))
                .isEqualTo(Integer.signum(one - other));
    }

    @Test
    void the_default_is_the_version_whose_verdicts_are_proven() {
        assertThat(KubernetesVersion.DEFAULT).hasToString("1.36");
    }
}
