package dev.ordinal.presets.mongodb;

import static dev.ordinal.dsl.Size.mib;

import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.JobSpec;
import dev.ordinal.dsl.PodField;
import dev.ordinal.dsl.SecretVolume;
import dev.ordinal.dsl.VolumeSpec;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.Texts;
import java.util.ArrayList;
import java.util.List;

/** What a set may have beside its members: metrics and backups, each with a user that may do no more than that. */
final class MongoExtras {
    private static final String EXPORTER = "percona/mongodb_exporter:0.49.0";

    private MongoExtras() {}

    /** The users beside root that the agents make. */
    static List<String> users(MongoReplicaSet set) {
        List<String> users = new ArrayList<>();
        if (set.metrics().isPresent()) {
            users.add("monitor");
        }
        if (set.backup().isPresent()) {
            users.add("backup");
        }
        return users;
    }

    /** It takes a password from its environment only. Its pod is asked by the name that the certificate has. */
    static ContainerSpec exporter(MongoReplicaSet set) {
        String host = MongoNames.host(set, MongoNames.members(set).get(0))
                .replaceFirst("^" + set.name() + "-0", "\\$(POD_NAME)");
        ContainerSpec exporter = ContainerSpec.named("exporter")
                .image(EXPORTER)
                .args(List.of("--collector.diagnosticdata", "--collector.replicasetstatus"))
                .env("POD_NAME", PodField.name())
                .env("MONGODB_USER", "monitor")
                .env("MONGODB_PASSWORD", MongoRenderer.auth(set).key("monitor-password"))
                .env(
                        "MONGODB_URI",
                        "mongodb://" + host + "/admin?directConnection=true"
                                + (set.tls().isPresent() ? "&tls=true&tlsCAFile=/tls/ca.crt" : ""))
                .port(MongoRenderer.METRICS)
                .cpu(Cpu.millis(50))
                .memory(mib(128))
                .readOnlyRoot();
        return set.tls()
                .map(tls -> exporter.mountReadOnly(
                        VolumeSpec.secret("tls-ca", tls.secret()).mode(0440).item("ca.crt", "ca.crt"), "/tls"))
                .orElse(exporter);
    }

    static JobSpec backup(MongoReplicaSet set, Backup backup) {
        SecretVolume password = VolumeSpec.secret("auth", MongoRenderer.auth(set))
                .mode(0440)
                .item("backup-password", "backup-password");
        ContainerSpec dump = ContainerSpec.named("mongodump")
                .image(MongoVersions.IMAGE.of(set))
                .command(List.of("sh", "/scripts/backup.sh"))
                .env("BACKUP_NAME", set.name())
                .env("BACKUP_FROM", set.members().replicaSet() + "/" + MongoNames.hosts(set))
                .env("BACKUP_KEEP", String.valueOf(backup.keep()))
                .env("HOME", "/tmp")
                .mountReadOnly(
                        VolumeSpec.files("backup")
                                .file(
                                        "backup.sh",
                                        Texts.beside(MongoExtras.class).named("backup.sh")),
                        "/scripts")
                .mountReadOnly(password, "/auth")
                .mount(VolumeSpec.existingClaim("backups", backup.claim()), "/backup")
                .mount(VolumeSpec.scratch("tmp").inMemory().limit(mib(16)), "/tmp")
                .cpu(Cpu.millis(100))
                .memory(mib(512))
                .readOnlyRoot();
        ContainerSpec secure = set.tls()
                .map(tls -> dump.env("BACKUP_TLS", "--ssl --sslCAFile=/tls/ca.crt")
                        .mountReadOnly(
                                VolumeSpec.secret("tls-ca", tls.secret())
                                        .mode(0440)
                                        .item("ca.crt", "ca.crt"),
                                "/tls"))
                .orElse(dump);
        return JobSpec.named("backup")
                .schedule(backup.schedule())
                .container(secure)
                .calls(MongoRenderer.MONGODB);
    }
}
