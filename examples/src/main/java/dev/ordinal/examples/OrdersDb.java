package dev.ordinal.examples;

import static dev.ordinal.dsl.Cpu.millis;
import static dev.ordinal.dsl.Disruption.maxUnavailable;
import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.ProbeSpec;
import dev.ordinal.dsl.SecretRef;
import dev.ordinal.dsl.ServiceSpec;
import dev.ordinal.dsl.SpreadSpec;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.TrafficSpec;
import dev.ordinal.dsl.VolumeSpec;
import java.time.Duration;

/** An app of one's own: PostgreSQL with two disks, its configuration, an exporter beside it, and a network policy. */
public final class OrdersDb {
    private OrdersDb() {}

    static StatefulApp app() {
        Port sql = Port.tcp("sql", 5432);
        Port metrics = Port.tcp("metrics", 9187);
        SecretRef auth = SecretRef.named("orders-db-auth");
        VolumeSpec data = VolumeSpec.claim("data", gib(50)).storageClass("fast-ssd");
        VolumeSpec wal = VolumeSpec.claim("wal", gib(10)).storageClass("fast-ssd");
        VolumeSpec run = VolumeSpec.scratch("run").inMemory().limit(mib(16));
        VolumeSpec conf = VolumeSpec.files("conf")
                .file(
                        "postgresql.conf",
                        """
                        listen_addresses = '*'
                        max_connections = 200
                        shared_buffers = 512MB
                        wal_level = replica
                        """);

        ContainerSpec postgres = ContainerSpec.named("postgres")
                .image("postgres:18.1")
                .args("-c", "config_file=/etc/postgresql/postgresql.conf")
                .env("PGDATA", "/var/lib/postgresql/18/docker")
                .env("POSTGRES_INITDB_WALDIR", "/wal/18")
                .env("POSTGRES_PASSWORD", auth.key("password"))
                .port(sql)
                .mount(data, "/var/lib/postgresql")
                .mount(wal, "/wal")
                .mount(run, "/var/run/postgresql")
                .mountReadOnly(conf, "/etc/postgresql")
                .startup(ProbeSpec.exec("pg_isready", "-q")
                        .period(Duration.ofSeconds(5))
                        .failures(60))
                .ready(ProbeSpec.exec("pg_isready", "-q").timeout(Duration.ofSeconds(3)))
                .live(ProbeSpec.tcp(sql).period(Duration.ofSeconds(30)))
                .cpu(millis(500))
                .memory(gib(2))
                .readOnlyRoot();

        ContainerSpec exporter = ContainerSpec.named("exporter")
                .image("quay.io/prometheuscommunity/postgres-exporter:v0.18.1")
                .env("DATA_SOURCE_URI", "localhost:5432/postgres?sslmode=disable")
                .env("DATA_SOURCE_USER", "postgres")
                .env("DATA_SOURCE_PASS", auth.key("password"))
                .port(metrics)
                .ready(ProbeSpec.http(metrics, "/"))
                .cpu(millis(50))
                .memory(mib(64))
                .readOnlyRoot();

        return StatefulApp.named("orders-db")
                .container(postgres)
                .sidecar(exporter)
                .namespace("shop")
                .infoLabel("team", "payments")
                .service(ServiceSpec.forClients())
                .traffic(TrafficSpec.amongMembers()
                        .from(Peer.pods("app", "shop-web"), sql)
                        .from(Peer.namespace("monitoring"), metrics))
                .spread(SpreadSpec.overZones().hard())
                .disruption(maxUnavailable(1))
                .grace(Duration.ofSeconds(120))
                .runAs(999);
    }

    /** Prints the report, then the manifest, then what must exist before it is applied. */
    public static void main(String[] args) {
        Manifest manifest = Manifest.of(app());
        System.out.print(manifest.report());
        System.out.print(manifest.yaml());
        manifest.prerequisites().forEach(needed -> System.out.println("# needs " + needed));
    }
}
