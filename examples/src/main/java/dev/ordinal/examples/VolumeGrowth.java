package dev.ordinal.examples;

import static dev.ordinal.dsl.Size.gib;

import dev.ordinal.core.change.Change;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.VolumeSpec;

/** From 10 GiB to 50 GiB a member: the server refuses the new template, so claims and set are changed one after the other. */
public final class VolumeGrowth {
    private VolumeGrowth() {}

    static Change growth() {
        return Change.between(Manifest.of(app(gib(10))), Manifest.of(app(gib(50))));
    }

    private static StatefulApp app(Size size) {
        return StatefulApp.named("orders-db")
                .container(ContainerSpec.named("postgres")
                        .image("postgres:18.1")
                        .mount(VolumeSpec.claim("data", size).storageClass("fast-ssd"), "/var/lib/postgresql"))
                .namespace("shop")
                .replicas(3)
                .runAs(999);
    }

    /** Prints the plan as a script: {@code … > grow.sh; WANTED=target/manifests bash grow.sh}. */
    public static void main(String[] args) {
        System.out.print(growth().plan().script());
    }
}
