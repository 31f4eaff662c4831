package dev.ordinal.examples;

import static dev.ordinal.dsl.Cpu.cores;
import static dev.ordinal.dsl.Size.gib;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.ProbeSpec;
import dev.ordinal.dsl.SecretRef;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.VolumeSpec;
import java.time.Duration;

/** The banking platform's MySQL: three members with their own disks and stable names. */
public final class BankingMySql {
    private BankingMySql() {}

    static StatefulApp app() {
        Port sql = Port.tcp("mysql", 3306);
        SecretRef auth = SecretRef.named("mysql-auth");
        VolumeSpec data = VolumeSpec.claim("mysql-data", gib(20)).storageClass("fast-ssd");

        ContainerSpec mysql = ContainerSpec.named("mysql")
                .image("mysql:8.4.6")
                .port(sql)
                .env("MYSQL_ROOT_PASSWORD", auth.key("root-password"))
                .mount(data, "/var/lib/mysql")
                .startup(ProbeSpec.tcp(sql).period(Duration.ofSeconds(5)).failures(120))
                .ready(ProbeSpec.tcp(sql))
                .live(ProbeSpec.tcp(sql).period(Duration.ofSeconds(30)))
                .cpu(cores(1))
                .memory(gib(2));

        return StatefulApp.named("mysql")
                .container(mysql)
                .headless("mysql")
                .identityLabel("app", "mysql")
                .replicas(3)
                .runAs(999)
                .grace(Duration.ofSeconds(120));
    }

    /** Prints the manifest. */
    public static void main(String[] args) {
        System.out.print(Manifest.of(app()).yaml());
    }
}
