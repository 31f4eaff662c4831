package dev.ordinal.dsl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random apps: every word, in every combination, with names that Kubernetes allows and contents of any kind. */
final class Apps {
    private Apps() {}

    static Arbitrary<StatefulApp> any() {
        return Combinators.combine(names(), containers(), Arbitraries.integers().between(1, 9), changes())
                .as((name, containers, replicas, changes) -> {
                    StatefulApp app = StatefulApp.named(name)
                            .container(containers.get(0))
                            .containers(named("c", containers))
                            .replicas(replicas);
                    for (Change change : changes) {
                        app = change.apply(app);
                    }
                    return app;
                })
                // The edge cases of so many choices would leave no tries for anything else.
                .withoutEdgeCases();
    }

    /** Any text: letters, scripts, blanks, line ends, control characters, emoji, and what YAML takes for something else. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40).filter(Apps::isWhole),
                Arbitraries.strings()
                        .withChars(" \t\r\n#:-'\"{}[]|>&*!%@`,?=~\u00a0\u2028\ufeffaé")
                        .ofMaxLength(30),
                Arbitraries.of(
                        "no",
                        "on",
                        "y",
                        "~",
                        "null",
                        "0x1F",
                        "1e3",
                        "0o17",
                        "017",
                        "1_000",
                        "12:30:45",
                        "2026-11-22",
                        ".inf",
                        "#!/bin/sh\nset -e  \n\techo \"hi\"\n",
                        "a\r\nb\r\n",
                        "  indented\n",
                        "trailing\n\n\n",
                        "",
                        "😀",
                        "<<",
                        "="));
    }

    /** Half of a surrogate pair is no character: a JVM can hold it, a text file cannot. */
    private static boolean isWhole(String text) {
        return new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8)
                .equals(text);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("0123456789")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(name -> Character.isLetter(name.charAt(0)));
    }

    private static List<ContainerSpec> named(String prefix, List<ContainerSpec> containers) {
        List<ContainerSpec> named = new ArrayList<>();
        containers.forEach(container -> named.add(container.name(prefix + named.size())));
        return named;
    }

    private static Arbitrary<List<ContainerSpec>> containers() {
        return Combinators.combine(
                        volumes(),
                        texts().list().ofMaxSize(2),
                        Arbitraries.maps(envNames(), texts()).ofMaxSize(3),
                        Arbitraries.maps(fileNames(), texts()).ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, 3))
                .as(Apps::container)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Apps::withoutClashes);
    }

    private static ContainerSpec container(
            List<VolumeSpec> volumes,
            List<String> args,
            Map<String, String> env,
            Map<String, String> files,
            int choice) {
        FilesVolume conf =
                VolumeSpec.files("conf").files(new LinkedHashMap<>(files)).rollsPods(choice != 3);
        ContainerSpec container =
                ContainerSpec.named("c").image("registry.example/app:1.2.3").args(args);
        for (Map.Entry<String, String> variable : env.entrySet()) {
            container = container.env(variable.getKey(), variable.getValue());
        }
        for (VolumeSpec volume : volumes) {
            container = volume instanceof ClaimVolume claim && claim.isBlock()
                    ? container.device(volume, "/dev/" + volume.name())
                    : container.mount(volume, "/mnt/" + volume.name());
        }
        Port port = Port.tcp("main", 8080 + choice);
        List<ProbeSpec> probes =
                List.of(ProbeSpec.exec("true"), ProbeSpec.http(port, "/"), ProbeSpec.tcp(port), ProbeSpec.grpc(port));
        return container
                .mountReadOnly(conf, "/etc/conf")
                .port(port)
                .ready(probes.get(choice))
                .live(probes.get(3 - choice).period(Duration.ofSeconds(20)))
                .cpu(Cpu.millis(100 + choice))
                .memory(Size.mib(64 + choice));
    }

    /** Containers of one pod share its network and its volumes: other port numbers and names, other configuration names. */
    private static List<ContainerSpec> withoutClashes(List<ContainerSpec> containers) {
        List<ContainerSpec> apart = new ArrayList<>();
        for (ContainerSpec container : containers) {
            int i = apart.size();
            Port port = Port.tcp("main" + i, 8080 + 10 * i);
            List<MountSpec> mounts = container.mounts().stream()
                    .map(mount -> mount.volume() instanceof FilesVolume files
                            ? mount.volume(files.name("conf" + i))
                            : mount.volume(renamed(mount.volume(), i)))
                    .toList();
            List<DeviceSpec> devices = container.devices().stream()
                    .map(device -> new DeviceSpec(renamed(device.volume(), i), device.path()))
                    .toList();
            apart.add(container
                    .ports(port)
                    .mounts(mounts)
                    .devices(devices)
                    .ready(ProbeSpec.tcp(port))
                    .live(ProbeSpec.tcp(port).period(Duration.ofSeconds(20))));
        }
        return apart;
    }

    private static VolumeSpec renamed(VolumeSpec volume, int i) {
        if (volume instanceof ClaimVolume claim) {
            return claim.name(claim.name() + i);
        }
        return volume instanceof ScratchVolume scratch ? scratch.name(scratch.name() + i) : volume;
    }

    private static Arbitrary<List<VolumeSpec>> volumes() {
        VolumeSpec data = VolumeSpec.claim("data", Size.gib(10)).storageClass("fast");
        VolumeSpec block =
                VolumeSpec.claim("block", Size.gib(1)).storageClass("fast").block();
        return Arbitraries.of(
                        data,
                        block,
                        VolumeSpec.scratch("tmp"),
                        VolumeSpec.scratch("shm").inMemory().limit(Size.mib(64)))
                .list()
                .uniqueElements()
                .ofMaxSize(3);
    }

    private static Arbitrary<String> envNames() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withChars("_")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(name -> !name.contains("PASS") && !name.contains("KEY") && !name.contains("TOKEN"));
    }

    private static Arbitrary<String> fileNames() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(".-_0123456789")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(name -> !name.startsWith("."));
    }

    /** One more word said of an app. */
    interface Change {
        StatefulApp apply(StatefulApp app);
    }

    private static Arbitrary<List<Change>> changes() {
        List<Change> all = List.of(
                app -> app.namespace("shop"),
                app -> app.firstOrdinal(3),
                app -> app.parallel(),
                app -> app.update(UpdateStrategy.onDelete()),
                app -> app.minReady(Duration.ofSeconds(10)),
                app -> app.revisionHistory(3),
                app -> app.grace(Duration.ofSeconds(90)),
                app -> app.claimRetention(ClaimRetention.keep()),
                app -> app.identityLabel("app", "x"),
                app -> app.infoLabel("team", "payments").infoLabel("app", "never-the-identity"),
                app -> app.annotation("example.com/note", "a: b # c"),
                app -> app.podAnnotation("example.com/pod", "true"),
                app -> app.service(ServiceSpec.forClients()),
                app -> app.service(ServiceSpec.perPod("member").nodePort()),
                app -> app.service(
                        ServiceSpec.forClients("public").loadBalancer().trafficLocal(true)),
                app -> app.headless("peers"),
                app -> app.certificate(CertificateSpec.into("tls").by(Issuer.named("ca"))),
                app -> app.traffic(
                        TrafficSpec.amongMembers().from(Peer.namespace("web")).closedOut()),
                app -> app.runAs(1000),
                app -> app.account(AccountSpec.own().allow("endpoints", "get")),
                app -> app.spread(SpreadSpec.overZones().hard()),
                app -> app.antiAffinity(AntiAffinitySpec.perHost()),
                app -> app.antiAffinity(AntiAffinitySpec.perZone().soft()),
                app -> app.nodeLabel("disk", "ssd").nodeLabelIn("zone", "a", "b"),
                app -> app.toleration(Toleration.of("dedicated", "db").effect("NoSchedule")),
                app -> app.priorityClass("high").runtimeClass("kata"),
                app -> app.dns(DnsSpec.clusterFirst().option("ndots", "2")),
                app -> app.hostAlias("10.0.0.1", "legacy.example"),
                app -> app.pullSecret(SecretRef.named("registry")),
                app -> app.initContainer(ContainerSpec.named("init")
                        .image("busybox:1.37")
                        .cpu(Cpu.millis(10))
                        .memory(Size.mib(16))),
                app -> app.job(JobSpec.named("job")
                        .schedule("@daily")
                        .container(ContainerSpec.named("job")
                                .image("busybox:1.37")
                                .mountReadOnly(VolumeSpec.files("job").file("job.sh", "true\n"), "/job")
                                .cpu(Cpu.millis(10))
                                .memory(Size.mib(16)))),
                app -> app.sidecar(ContainerSpec.named("sidecar")
                        .image("exporter:1.0")
                        .cpu(Cpu.millis(10))
                        .memory(Size.mib(16))));
        return Arbitraries.of(all).list().uniqueElements().ofMaxSize(10);
    }
}
