package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapFitsMemoryTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: kafka
                      env: [{name: KAFKA_HEAP_OPTS, value: -Xms1g -Xmx4g}]
                      resources: {limits: {memory: 4Gi}}
            """;

    private final Rule rule = new HeapFitsMemory();

    @Test
    void a_heap_as_large_as_the_limit_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].env[0].value
                                 found  "-Xmx4g"
                                 why    the container may use 4Gi in all, so the kernel kills the process when it uses what it was
                                        given, again and again
                                 fix    lower it to about three quarters of the memory limit, or raise the limit
                                 rule   HeapFitsMemory""");
    }

    @Test
    void an_option_apart_from_its_value_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "env: [{name: KAFKA_HEAP_OPTS, value: -Xms1g -Xmx4g}]",
                                "args: [redis-server, --maxmemory, 8gb]")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].args
                                 found  "--maxmemory 8gb"
                                 why    the container may use 4Gi in all, so the kernel kills the process when it uses what it was
                                        given, again and again
                                 fix    lower it to about three quarters of the memory limit, or raise the limit
                                 rule   HeapFitsMemory""");
    }

    @Test
    void a_cache_in_gibibytes_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "env: [{name: KAFKA_HEAP_OPTS, value: -Xms1g -Xmx4g}]",
                                "command: [mongod, --wiredTigerCacheSizeGB, \"4\"]")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].command
                                 found  "--wiredTigerCacheSizeGB 4"
                                 why    the container may use 4Gi in all, so the kernel kills the process when it uses what it was
                                        given, again and again
                                 fix    lower it to about three quarters of the memory limit, or raise the limit
                                 rule   HeapFitsMemory""");
    }

    @Test
    void the_limit_of_the_pod_counts() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "          resources: {limits: {memory: 4Gi}}\n",
                                "      resources: {limits: {memory: 4Gi}}\n")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].env[0].value
                                 found  "-Xmx4g"
                                 why    the container may use 4Gi in all, so the kernel kills the process when it uses what it was
                                        given, again and again
                                 fix    lower it to about three quarters of the memory limit, or raise the limit
                                 rule   HeapFitsMemory""");
    }

    @Test
    void the_last_word_counts() {
        assertThat(judge(rule, EXAMPLE.replace("-Xms1g -Xmx4g", "-Xmx8g -Xmx3g")))
                .isEmpty();
    }

    @Test
    void a_smaller_heap_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("-Xmx4g", "-Xmx3072m"))).isEmpty();
    }

    @Test
    void a_container_without_limit_is_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("limits", "requests"))).isEmpty();
    }
}
