package com.example;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Disruption;
import dev.ordinal.dsl.StatefulApp;
import java.util.function.Supplier;

/** A budget that blocks every drain. A build with {@code -Dmanifest.source=com.example.BrokenManifests} fails with the report. */
public final class BrokenManifests implements Supplier<Manifest> {
    @Override
    public Manifest get() {
        ContainerSpec cache = ContainerSpec.named("cache").image("registry.example.com/shop/cache:2.4.1");
        return Manifest.of(
                StatefulApp.named("cache").container(cache).replicas(3).disruption(Disruption.maxUnavailable(0)));
    }
}
