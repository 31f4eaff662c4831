package dev.ordinal.presets.mongodb;

import static dev.ordinal.dsl.Size.mib;

import dev.ordinal.core.change.Facts;
import dev.ordinal.dsl.ClaimVolume;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.FilesVolume;
import dev.ordinal.dsl.HookSpec;
import dev.ordinal.dsl.MountSpec;
import dev.ordinal.dsl.PodField;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.ProbeSpec;
import dev.ordinal.dsl.SecretRef;
import dev.ordinal.dsl.SecretVolume;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.TrafficSpec;
import dev.ordinal.dsl.VolumeSpec;
import dev.ordinal.presets.part.Outside;
import dev.ordinal.presets.part.SharedWords;
import dev.ordinal.presets.part.Texts;
import dev.ordinal.presets.part.Tls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A replica set in the language of applications. */
final class MongoRenderer {
    static final Port MONGODB = Port.tcp("mongodb", 27017);
    static final Port METRICS = Port.tcp("metrics", 9216);
    static final String AGENT = "agent";

    /** The user of the official image. */
    private static final Texts FILES = Texts.beside(MongoRenderer.class);

    private static final VolumeSpec KEYS = VolumeSpec.scratch("keys").inMemory().limit(mib(1));
    /** What agent, hook and probe tell each other. */
    private static final VolumeSpec RUN = VolumeSpec.scratch("run").inMemory().limit(mib(1));

    private MongoRenderer() {}

    static StatefulApp app(MongoReplicaSet set) {
        StatefulApp app = bare(set)
                .containers(List.of(server(set)))
                .initContainer(prepare(set))
                .sidecar(agent(set))
                .setAnnotations(facts(set).annotations())
                .parallel()
                .runAs(MongoVersions.IMAGE.user())
                .grace(Duration.ofSeconds(120))
                .minReady(Duration.ofSeconds(30));
        SharedWords shared = SharedWords.of(set);
        app = shared.placed(app);
        app = shared.certified(app);
        app = shared.monitored(METRICS, app);
        app = set.metrics().isPresent() ? app.container(MongoExtras.exporter(set)) : app;
        app = MongoNames.outside(set).map(Outside::services).map(app::service).orElse(app);
        app = set.backup().isEmpty()
                ? app
                : app.job(MongoExtras.backup(set, set.backup().get()));
        TrafficSpec traffic = shared.traffic(MONGODB);
        return shared.adjusted(app.traffic(set.metrics().isPresent() ? shared.scraped(traffic, METRICS) : traffic));
    }

    /** What decides the members' names. */
    static StatefulApp bare(MongoReplicaSet set) {
        return StatefulApp.named(set.name())
                .container(ContainerSpec.named("mongod").image(MongoVersions.IMAGE.of(set)))
                .namespace(set.namespace().name())
                .replicas(set.members().all());
    }

    static SecretRef auth(MongoReplicaSet set) {
        return set.auth().orElse(SecretRef.named(set.name() + "-auth"));
    }

    private static Facts facts(MongoReplicaSet set) {
        return Facts.of("mongodb")
                .with("version", set.version().number())
                .with("members", set.members().voting())
                .with("readers", set.members().readers())
                .with("sealed", set.isSealed())
                .with("replica-set", set.members().replicaSet())
                .with("domain", set.namespace().clusterDomain())
                .with("tls", tlsMode(set));
    }

    private static String tlsMode(MongoReplicaSet set) {
        return set.tls().isEmpty() ? "disabled" : set.settings().getOrDefault(MongodConf.TLS_MODE, "requireTLS");
    }

    private static ContainerSpec server(MongoReplicaSet set) {
        FilesVolume conf = VolumeSpec.files("conf").file("mongod.conf", MongodConf.of(set));
        return ContainerSpec.named("mongod")
                .image(MongoVersions.IMAGE.of(set))
                .command(List.of("mongod", "--config", "/conf/mongod.conf"))
                .port(MONGODB)
                .cpu(set.resources().cpu())
                .memory(set.resources().memory())
                .mountReadOnly(conf, "/conf")
                .mountReadOnly(scripts(set), "/scripts")
                .mount(MountSpec.of(data(set), "/data/db").subPath("db"))
                .mount(VolumeSpec.scratch("configdb").limit(mib(64)), "/data/configdb")
                .mount(VolumeSpec.scratch("tmp").limit(mib(64)), "/tmp")
                .mountReadOnly(KEYS, "/keys")
                .mount(RUN, "/run/member")
                .startup(ProbeSpec.tcp(MONGODB)
                        .period(Duration.ofSeconds(2))
                        .timeout(Duration.ofSeconds(2))
                        .failures(1800))
                .ready(ProbeSpec.exec("sh", "/scripts/ready.sh")
                        .period(Duration.ofSeconds(5))
                        .timeout(Duration.ofSeconds(5)))
                .live(ProbeSpec.tcp(MONGODB)
                        .period(Duration.ofSeconds(20))
                        .timeout(Duration.ofSeconds(10))
                        .failures(6))
                .beforeStop(HookSpec.exec("sh", "/scripts/stop.sh"))
                .readOnlyRoot();
    }

    private static ContainerSpec prepare(MongoReplicaSet set) {
        ContainerSpec prepare = small(set, "prepare")
                .command(List.of("sh", "/scripts/prepare.sh"))
                .memory(mib(64))
                .mount(KEYS, "/keys");
        return set.tls()
                .map(tls -> prepare.mountReadOnly(certificates(tls), "/tls"))
                .orElse(prepare);
    }

    private static ContainerSpec agent(MongoReplicaSet set) {
        FilesVolume cluster = VolumeSpec.files("cluster")
                .file("phase", set.isSealed() ? "SEALED" : "BOOTSTRAP")
                .file("members", MongoNames.list(set))
                .rollsPods(false);
        ContainerSpec agent = small(set, AGENT)
                .command(List.of("sh", "/scripts/agent.sh"))
                .env("REPLICA_SET", set.members().replicaSet())
                .env("TLS", String.valueOf(set.tls().isPresent()))
                .env("USERS", String.join(" ", MongoExtras.users(set)))
                .env("HOME", "/tmp")
                .cpu(Cpu.millis(100))
                .memory(mib(384));
        return set.tls()
                .map(tls -> agent.mount(KEYS, "/keys").mountReadOnly(certificates(tls), "/tls"))
                .orElse(agent.mountReadOnly(KEYS, "/keys"))
                .mountReadOnly(cluster, "/cluster")
                .mount(RUN, "/run/member")
                .mount(VolumeSpec.scratch("agent-tmp").limit(mib(64)), "/tmp");
    }

    private static ContainerSpec small(MongoReplicaSet set, String name) {
        return ContainerSpec.named(name)
                .image(MongoVersions.IMAGE.of(set))
                .env("POD_NAME", PodField.name())
                .cpu(Cpu.millis(50))
                .mountReadOnly(scripts(set), "/scripts")
                .mountReadOnly(secrets(set), "/auth")
                .mount(MountSpec.of(data(set), "/state").subPath("state"))
                .readOnlyRoot();
    }

    private static ClaimVolume data(MongoReplicaSet set) {
        return set.storage().claim("data");
    }

    private static SecretVolume secrets(MongoReplicaSet set) {
        SecretVolume secrets = VolumeSpec.secret("auth", auth(set)).mode(0440).item("keyfile", "keyfile");
        secrets = secrets.item("root-password", "root-password");
        for (String user : MongoExtras.users(set)) {
            secrets = secrets.item(user + "-password", user + "-password");
        }
        return secrets;
    }

    private static SecretVolume certificates(Tls tls) {
        return VolumeSpec.secret("tls", tls.secret()).mode(0440);
    }

    private static FilesVolume scripts(MongoReplicaSet set) {
        Optional<String> loop = Optional.of(set.tls().isPresent() ? "agent-tls.js" : "agent-loop.js");
        FilesVolume scripts = VolumeSpec.files("scripts")
                .file("prepare.sh", FILES.named("prepare.sh", set.tls().map(tls -> "prepare-tls.sh")))
                .file("agent.sh", FILES.named("agent.sh"))
                .file("agent.js", FILES.named("agent.js", loop));
        for (String script : List.of("ready.sh", "stop.sh", "login.js", "restore.sh")) {
            scripts = scripts.file(script, FILES.named(script));
        }
        return scripts;
    }
}
