package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstStartFindsEmptyDirectoryTest {
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
                      volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]
                  volumes: [{name: tmp, emptyDir: {}}, {name: conf, configMap: {name: conf}}]
              volumeClaimTemplates: [{metadata: {name: data}}]
            """;

    private final Rule rule = new FirstStartFindsEmptyDirectory();

    @Test
    void the_root_of_the_disk_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].volumeMounts[0].mountPath
                                 found  "/var/lib/postgresql/data"
                                 why    the root of a new disk often holds lost+found, and PostgreSQL does not create its database in
                                        a directory that is not empty
                                 fix    add subPath: data to the mount, or set PGDATA to /var/lib/postgresql/data/pgdata
                                 rule   FirstStartFindsEmptyDirectory""");
    }

    @Test
    void a_part_of_it_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("/data}", "/data, subPath: data}")))
                .isEmpty();
    }

    @Test
    void a_directory_below_is_accepted() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "image: postgres:17.2",
                                        "image: postgres:17.2\n          env: [{name: PGDATA, value: /var/lib/postgresql/data/pgdata}]")))
                .isEmpty();
    }

    @Test
    void a_newer_version_makes_its_own_directory() {
        assertThat(judge(rule, EXAMPLE.replace("postgres:17.2", "postgres:18.1")))
                .isEmpty();
    }
}
