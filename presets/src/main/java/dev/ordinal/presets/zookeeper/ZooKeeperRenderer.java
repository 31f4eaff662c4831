package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.mib;

import dev.ordinal.core.change.Facts;
import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.ClaimVolume;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.FilesVolume;
import dev.ordinal.dsl.HookSpec;
import dev.ordinal.dsl.MountSpec;
import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.PodField;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.ProbeSpec;
import dev.ordinal.dsl.ServiceSpec;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.TrafficSpec;
import dev.ordinal.dsl.VolumeSpec;
import dev.ordinal.presets.part.Outside;
import dev.ordinal.presets.part.SharedWords;
import dev.ordinal.presets.part.Texts;
import dev.ordinal.presets.part.VendorImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An ensemble in the language of applications. */
final class ZooKeeperRenderer {
    static final Texts FILES = Texts.beside(ZooKeeperRenderer.class);

    static final Port PEER = Port.tcp("peer", 2888);
    static final Port ELECTION = Port.tcp("election", 3888);

    static final Port CLIENT = Port.tcp("client", 2181);
    private static final Port SECURE_CLIENT = Port.tcp("secure-client", 2281);
    private static final Port METRICS = Port.tcp("metrics", 7000);
    /** The user of the official image. */
    static final VendorImage IMAGE = new VendorImage("zookeeper", "3.9.5", 1000, List.of("/data", "/datalog", "/logs"));

    /** What is not heap: threads, direct buffers, code, and the page cache of the log. */
    private static final int HEAP_PERCENT = 65;
    /** Java keeps names for ever or half a minute otherwise, and would look for a restarted peer at its old address. */
    private static final String FRESH_NAMES = "-Dsun.net.inetaddr.ttl=2 -Dsun.net.inetaddr.negative.ttl=1";

    /** The ordinal is the id of the member, and 0 is none. */
    static final int FIRST = 1;

    private ZooKeeperRenderer() {}

    static StatefulApp app(ZooKeeperEnsemble ensemble) {
        StatefulApp app = bare(ensemble)
                .containers(List.of(server(ensemble)))
                .initContainer(prepare(ensemble))
                .setAnnotations(facts(ensemble).annotations())
                .parallel()
                .runAs(IMAGE.user())
                .grace(Duration.ofSeconds(60))
                .service(ServiceSpec.forClients().port(clientPort(ensemble)));
        SharedWords shared = SharedWords.of(ensemble);
        app = shared.monitored(METRICS, shared.placed(app));
        app = shared.certified(app);
        app = ZooKeeperSecurity.of(ensemble).hasTls() ? app.sidecar(renewal(ensemble)) : app;
        Optional<Outside> outside = ZooKeeperNames.outside(ensemble);
        app = outside.isPresent() ? app.service(outside.get().services()) : app;
        return shared.adjusted(app.traffic(traffic(ensemble)));
    }

    /** The members' identities, which the configuration of every member lists. */
    static List<Member> members(ZooKeeperEnsemble ensemble) {
        return bare(ensemble).members();
    }

    static Port clientPort(ZooKeeperEnsemble ensemble) {
        return ensemble.tls().isPresent() ? SECURE_CLIENT : CLIENT;
    }

    static Size heap(ZooKeeperEnsemble ensemble) {
        return ensemble.resources().memory().percent(HEAP_PERCENT);
    }

    private static Facts facts(ZooKeeperEnsemble ensemble) {
        return Facts.of("zookeeper")
                .with("version", ensemble.version().number())
                .with("members", ensemble.members())
                .with("sealed", ensemble.isSealed())
                .with("tls", ensemble.tls().isPresent())
                .with("authentication", ensemble.authentication().demand().fact());
    }

    private static StatefulApp bare(ZooKeeperEnsemble ensemble) {
        return StatefulApp.named(ensemble.name())
                .container(ContainerSpec.named("zookeeper").image(IMAGE.of(ensemble)))
                .namespace(ensemble.namespace().name())
                .replicas(ensemble.members())
                .firstOrdinal(FIRST);
    }

    private static ContainerSpec server(ZooKeeperEnsemble ensemble) {
        ContainerSpec server = ContainerSpec.named("zookeeper")
                .image(IMAGE.of(ensemble))
                .command(List.of("zkServer.sh", "start-foreground"))
                .ports(List.of(clientPort(ensemble), PEER, ELECTION, METRICS))
                .env("ZK_SERVER_HEAP", String.valueOf(heap(ensemble).toMib()))
                .env(
                        "SERVER_JVMFLAGS",
                        FRESH_NAMES + ZooKeeperSecurity.of(ensemble).flags() + ZooKeeperSettings.flags(ensemble))
                .env("JMXDISABLE", "true")
                .cpu(ensemble.resources().cpu())
                .memory(ensemble.resources().memory())
                .startup(serving().period(Duration.ofSeconds(2)).failures(300))
                .ready(serving().period(Duration.ofSeconds(5)))
                .live(says("ruok", "imok").period(Duration.ofSeconds(15)).failures(4))
                .beforeStop(HookSpec.sleep(Duration.ofSeconds(5)))
                .readOnlyRoot();
        return disks(ensemble, server)
                .mount(VolumeSpec.scratch("logs").limit(mib(64)), "/logs")
                .mount(VolumeSpec.scratch("tmp").limit(mib(64)), "/tmp");
    }

    private static ContainerSpec prepare(ZooKeeperEnsemble ensemble) {
        FilesVolume phase = VolumeSpec.files("phase")
                .file("phase", ensemble.isSealed() ? "SEALED" : "BOOTSTRAP")
                .rollsPods(false);
        ContainerSpec prepare = ContainerSpec.named("prepare")
                .image(IMAGE.of(ensemble))
                .command(List.of("sh", "/conf/prepare.sh"))
                .env("POD_NAME", PodField.name())
                .cpu(Cpu.millis(50))
                .memory(mib(64))
                .readOnlyRoot();
        return ZooKeeperSecurity.of(ensemble).secrets(disks(ensemble, prepare).mountReadOnly(phase, "/phase"));
    }

    /** Takes up renewed certificates; a container of its own, so that it is started anew if it ends. */
    private static ContainerSpec renewal(ZooKeeperEnsemble ensemble) {
        ContainerSpec renewal = ContainerSpec.named("certificates")
                .image(IMAGE.of(ensemble))
                .command(List.of("sh", "/conf/renew.sh"))
                .cpu(Cpu.millis(10))
                .memory(mib(32))
                .mountReadOnly(configuration(ensemble), "/conf")
                .readOnlyRoot();
        ZooKeeperSecurity security = ZooKeeperSecurity.of(ensemble);
        return security.certificates(security.stores(renewal));
    }

    /** Snapshots and log at the very paths that the image declares as volumes, so that nothing lands on the node. */
    private static ContainerSpec disks(ZooKeeperEnsemble ensemble, ContainerSpec container) {
        ClaimVolume data = ensemble.storage().claim("data");
        ClaimVolume log = ensemble.logStorage()
                .map(disk -> disk.orOf(ensemble.storage()).claim("log"))
                .orElse(data);
        return ZooKeeperSecurity.of(ensemble)
                .stores(container
                        .mountReadOnly(configuration(ensemble), "/conf")
                        .mount(MountSpec.of(data, "/data").subPath("data"))
                        .mount(MountSpec.of(log, "/datalog").subPath("log")));
    }

    private static FilesVolume configuration(ZooKeeperEnsemble ensemble) {
        ZooKeeperSecurity security = ZooKeeperSecurity.of(ensemble);
        FilesVolume files = VolumeSpec.files("conf")
                .file("zoo.cfg", ZooCfg.of(ensemble))
                .file("logback.xml", FILES.named("logback.xml"))
                .file("prepare.sh", security.prepareScript())
                .file("cli.sh", security.clientScript());
        return security.certificateScripts(files);
    }

    /** Whether it takes part in an ensemble; alone it answers, but without a mode. */
    private static ProbeSpec serving() {
        return says("srvr", "Mode: ");
    }

    /** Asked with what any image that has {@code zkServer.sh} must have. */
    private static ProbeSpec says(String word, String answer) {
        String ask = "exec 3<>/dev/tcp/localhost/" + CLIENT.number() + " && printf " + word + " >&3 && grep -q '^"
                + answer + "' <&3";
        return ProbeSpec.exec("bash", "-c", ask).timeout(Duration.ofSeconds(5));
    }

    /** Always there: without TLS, whoever reaches the ports of the members could pretend to be one. */
    private static TrafficSpec traffic(ZooKeeperEnsemble ensemble) {
        SharedWords shared = SharedWords.of(ensemble);
        TrafficSpec traffic = shared.scraped(shared.traffic(clientPort(ensemble)), METRICS);
        // The server has one port for TLS, for clients inside and outside.
        return ensemble.external().isPresent() && !ensemble.clients().isEmpty()
                ? traffic.from(Peer.anyone(), clientPort(ensemble))
                : traffic;
    }
}
