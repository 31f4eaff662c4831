package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

class AllowTest {
    private static final StatefulApp CACHE = StatefulApp.named("cache")
            .container(ContainerSpec.named("cache")
                    .image("registry.example/cache")
                    .ready(ProbeSpec.exec("true"))
                    .cpu(Cpu.millis(100))
                    .memory(Size.mib(64)))
            .namespace("shop")
            .replicas(3);

    @Test
    void a_rule_is_switched_off_with_a_reason_that_is_told() {
        assertThat(Manifest.of(CACHE.allow("ImageIsPinned", "a trial for a week"))
                        .report())
                .hasToString(
                        """
                        no findings
                        allowed  ImageIsPinned  StatefulSet shop/cache: a trial for a week
                        """);
    }

    @Test
    void an_allowance_that_is_not_needed_is_told_once_for_the_whole_app() {
        assertThat(Manifest.of(CACHE.allow("ImageIsPinned", "a trial for a week")
                                .allow("GraceIsNotZero", "it is fast"))
                        .report())
                .hasToString(
                        """
                        WARNING  PodDisruptionBudget shop/cache  metadata.annotations[ordinal.dev/allow.GraceIsNotZero]
                                 found  "it is fast"
                                 why    no finding of a rule GraceIsNotZero is left out because of it, and the next one that comes
                                        would go unnoticed
                                 fix    remove this annotation
                                 rule   AllowanceIsUsed

                        0 errors, 1 warning
                        allowed  ImageIsPinned  StatefulSet shop/cache: a trial for a week
                        """);
    }
}
