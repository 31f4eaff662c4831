package com.example;

import static dev.ordinal.dsl.Cpu.millis;
import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.ProbeSpec;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.VolumeSpec;
import java.util.function.Supplier;

/** What the shop's platform runs. The build writes it to {@code target/manifests}. */
public final class ShopManifests implements Supplier<Manifest> {
    @Override
    public Manifest get() {
        Port http = Port.tcp("http", 8080);
        ContainerSpec cache = ContainerSpec.named("cache")
                .image("registry.example.com/shop/cache:2.4.1")
                .port(http)
                .mount(VolumeSpec.claim("data", gib(20)).storageClass("fast-ssd"), "/data")
                .ready(ProbeSpec.http(http, "/ready"))
                .cpu(millis(250))
                .memory(mib(512));
        return Manifest.of(StatefulApp.named("cache").container(cache).namespace("shop").replicas(3));
    }
}
