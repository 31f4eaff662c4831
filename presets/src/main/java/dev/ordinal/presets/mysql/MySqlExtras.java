package dev.ordinal.presets.mysql;

import static dev.ordinal.dsl.Size.mib;

import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.JobSpec;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.VolumeSpec;
import dev.ordinal.presets.mysql.MySqlTopology.Standalone;
import dev.ordinal.presets.part.Backup;
import java.util.List;

/** What runs beside the servers: the exporter of metrics, and the backup. */
final class MySqlExtras {
    static final Port METRICS = Port.tcp("metrics", 9104);

    private static final String EXPORTER = "prom/mysqld-exporter:v0.18.0";
    /** The server's container writes the option file, which the exporter reads only once, at its start. */
    private static final String WAIT =
            "until [ -e /var/run/mysqld/metrics.cnf ]; do sleep 1; done; exec /bin/mysqld_exporter \"$@\"";

    private MySqlExtras() {}

    /** Asks the server by its socket, so that it needs no TLS. */
    static ContainerSpec exporter() {
        return ContainerSpec.named("metrics")
                .image(EXPORTER)
                .command(List.of("sh", "-c", WAIT, "exporter"))
                .args(List.of(
                        "--config.my-cnf=/var/run/mysqld/metrics.cnf",
                        "--collect.perf_schema.replication_group_members",
                        "--collect.perf_schema.replication_group_member_stats"))
                .port(METRICS)
                .mountReadOnly(MySqlFiles.RUN, "/var/run/mysqld")
                .cpu(Cpu.millis(50))
                .memory(mib(64))
                .readOnlyRoot();
    }

    static JobSpec backup(MySqlCluster cluster, Backup backup, String image) {
        String service = cluster.topology() instanceof Standalone ? cluster.name() : cluster.name() + "-read";
        ContainerSpec dump = ContainerSpec.named("dump")
                .image(image)
                .command(List.of("sh", "/conf/backup.sh"))
                .env("NAME", cluster.name())
                .env("HOST", service)
                .env("KEEP", String.valueOf(backup.keep()))
                .mountReadOnly(MySqlFiles.configuration(cluster), "/conf")
                .mountReadOnly(MySqlFiles.passwords(cluster, List.of("backup")), "/passwords")
                .mount(VolumeSpec.existingClaim("backup", backup.claim()), "/backup")
                .mount(VolumeSpec.scratch("tmp"), "/tmp")
                .cpu(Cpu.millis(100))
                .memory(mib(256))
                .readOnlyRoot();
        if (cluster.tls().isPresent()) {
            dump = dump.mountReadOnly(
                    VolumeSpec.secret("tls", cluster.tls().get().secret()).mode(0440), "/tls");
        }
        return JobSpec.named("backup")
                .schedule(backup.schedule())
                .container(dump)
                .calls(MySqlRenderer.SQL);
    }
}
