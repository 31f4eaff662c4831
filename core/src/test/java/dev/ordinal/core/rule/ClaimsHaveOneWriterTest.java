package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimsHaveOneWriterTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      image: postgres:18.1
                      volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {accessModes: [ReadWriteMany]}
            """;

    private final Rule rule = new ClaimsHaveOneWriter();

    @Test
    void data_for_many_nodes_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.volumeClaimTemplates[0].spec.accessModes[0]
                                 found  "ReadWriteMany"
                                 why    each member writes alone, so nothing is won; classes that offer this mode are network file
                                        systems, on which databases lose data, and others leave the claim Pending
                                 fix    write ReadWriteOncePod, or ReadWriteOnce
                                 rule   ClaimsHaveOneWriter""");
    }

    @Test
    void a_claim_above_the_data_counts() {
        assertThat(judge(rule, EXAMPLE.replace("mountPath: /var/lib/postgresql", "mountPath: /var/lib")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.volumeClaimTemplates[0].spec.accessModes[0]
                                 found  "ReadWriteMany"
                                 why    each member writes alone, so nothing is won; classes that offer this mode are network file
                                        systems, on which databases lose data, and others leave the claim Pending
                                 fix    write ReadWriteOncePod, or ReadWriteOnce
                                 rule   ClaimsHaveOneWriter""");
    }

    @Test
    void one_node_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("ReadWriteMany", "ReadWriteOnce")))
                .isEmpty();
    }

    @Test
    void other_files_may_be_for_many() {
        assertThat(judge(rule, EXAMPLE.replace("mountPath: /var/lib/postgresql", "mountPath: /backup")))
                .isEmpty();
    }

    @Test
    void an_unknown_image_is_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("postgres:18.1", "registry.example/files:1")))
                .isEmpty();
    }
}
