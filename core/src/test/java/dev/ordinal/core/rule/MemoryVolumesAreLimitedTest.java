package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryVolumesAreLimitedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  volumes:
                    - {name: run, emptyDir: {medium: Memory}}
            """;

    private final Rule rule = new MemoryVolumesAreLimited();

    @Test
    void memory_without_a_limit_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.volumes[0].emptyDir.sizeLimit
                                 found  nothing, with medium: Memory
                                 why    its files count as memory of the container, so that a full one ends in a kill
                                 fix    set sizeLimit, such as 64Mi, and count it into the memory limit
                                 rule   MemoryVolumesAreLimited""");
    }

    @Test
    void a_limit_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("Memory", "Memory, sizeLimit: 16Mi")))
                .isEmpty();
    }

    @Test
    void a_volume_on_disk_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("medium: Memory", ""))).isEmpty();
    }
}
