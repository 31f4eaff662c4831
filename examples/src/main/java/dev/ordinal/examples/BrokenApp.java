package dev.ordinal.examples;

import static dev.ordinal.dsl.Disruption.maxUnavailable;
import static dev.ordinal.dsl.Size.gib;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.ProbeSpec;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.VolumeSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;

/** What goes wrong when things go wrong: five faults, and all of them in one report. */
public final class BrokenApp {
    private BrokenApp() {}

    static StatefulApp app() {
        Port sql = Port.tcp("sql", 5432);
        Port health = Port.tcp("health", 8008);

        ContainerSpec postgres = ContainerSpec.named("postgres")
                .image("postgres:latest")
                .port(sql)
                .env("POSTGRES_PASSWORD", "hunter2")
                .mount(VolumeSpec.claim("data", gib(50)), "/var/lib/postgresql")
                .ready(ProbeSpec.http(health, "/ready"));

        return StatefulApp.named("orders-db")
                .container(postgres)
                .replicas(3)
                .disruption(maxUnavailable(0))
                .edit(StatefulSet.class, set -> set.edit()
                        .editSpec()
                        .withServiceName("orders-headless")
                        .endSpec()
                        .build())
                .edit(Service.class, "orders-db-client", service -> service);
    }

    /** Prints the report; asking for the manifest would throw it. */
    public static void main(String[] args) {
        System.out.print(Manifest.of(app()).report());
    }
}
