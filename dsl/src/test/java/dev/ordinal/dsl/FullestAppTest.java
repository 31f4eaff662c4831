package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every word there is, in one app, and the whole text that it becomes. {@code -Dgolden.rewrite=true} writes the text anew, to
 * be read before it is committed.
 */
class FullestAppTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/ordinal/dsl/fullest-app.yaml");

    private static final Port SQL = Port.tcp("sql", 5432);
    private static final Port GOSSIP = Port.udp("gossip", 7946);
    private static final Port HEALTH = Port.tcp("health", 8008);
    private static final SecretRef AUTH = SecretRef.named("orders-db-auth");
    private static final ConfigRef SITE = ConfigRef.named("site");
    private static final FilesVolume CONF =
            VolumeSpec.files("conf").file("db.conf", "max_connections = 200\n").file("empty", "");
    private static final FilesVolume SCRIPTS = VolumeSpec.files("scripts")
            .file("start.sh", "#!/bin/sh\nexec db \"$@\"\n")
            .executable();

    private static ContainerSpec main() {
        return ContainerSpec.named("db")
                .image("registry.example/db:4.2.1")
                .pullPolicy(PullPolicy.ALWAYS)
                .command("/scripts/start.sh")
                .args("--config", "/etc/db/db.conf")
                .arg("--verbose")
                .workingDir("/var/lib/db")
                .env("MODE", "primary")
                .env("DB_PASSWORD", AUTH.key("password"))
                .env("DB_TOKEN", AUTH.optionalKey("token"))
                .env("SITE", SITE.key("name"))
                .env("REGION", SITE.optionalKey("region"))
                .env("CONF", CONF.key("db.conf"))
                .env("POD", PodField.name())
                .env("ORDINAL", PodField.ordinal())
                .env("CPUS", EnvSource.resource("limits.cpu"))
                .env("HEAP_MIB", EnvSource.resource("limits.memory", "1Mi"))
                .envFrom(SITE)
                .envFrom(AUTH, "AUTH_")
                .port(SQL)
                .port(GOSSIP)
                .port(HEALTH)
                .mount(
                        VolumeSpec.claim("data", Size.gib(50))
                                .storageClass("fast-ssd")
                                .access(AccessMode.READ_WRITE_ONCE_POD)
                                .restoredFrom(ClaimSource.snapshot("orders-2026-11-22"))
                                .attributesClass("gold"),
                        "/var/lib/db")
                .mount(MountSpec.of(
                                VolumeSpec.claim("logs", Size.gib(5)).restoredFrom(ClaimSource.claim("old")), "/logs")
                        .subPath("db"))
                .device(
                        VolumeSpec.claim("raw", Size.gib(10))
                                .storageClass("fast-ssd")
                                .block(),
                        "/dev/raw0")
                .mount(VolumeSpec.scratch("tmp").limit(Size.mib(64)), "/tmp")
                .mount(VolumeSpec.scratch("shm").inMemory().limit(Size.mib(64)), "/dev/shm")
                .mountReadOnly(CONF, "/etc/db")
                .mountReadOnly(SCRIPTS, "/scripts")
                .mountReadOnly(VolumeSpec.config("site", SITE).item("ca", "ca.pem", 0444), "/etc/site")
                .mountReadOnly(
                        VolumeSpec.secret("tls", SecretRef.named("orders-db-tls"))
                                .mode(0440),
                        "/etc/tls")
                .mountReadOnly(
                        VolumeSpec.downward("podinfo").field("labels", new PodField("metadata.labels")), "/etc/pod")
                .mountReadOnly(
                        VolumeSpec.projected("identity")
                                .token("token", "vault", Duration.ofHours(1))
                                .secret(SecretRef.named("vault-ca"), "ca.crt", "ca.crt")
                                .config(SITE)
                                .field("namespace", PodField.namespace()),
                        "/var/run/identity")
                .mountReadOnly(
                        VolumeSpec.csi("vault", "secrets-store.csi.k8s.io")
                                .readOnly(true)
                                .attribute("secretProviderClass", "db"),
                        "/vault")
                .mount(VolumeSpec.nfs("shared", "nfs.example", "/exports/db"), "/shared")
                .mount(VolumeSpec.ephemeral("cache", Size.gib(5)).storageClass("local"), "/cache")
                .mount(VolumeSpec.existingClaim("archive", "archive").readOnly(true), "/archive")
                .startup(ProbeSpec.exec("db", "ping")
                        .period(Duration.ofSeconds(5))
                        .failures(60))
                .ready(ProbeSpec.http(HEALTH, "/ready")
                        .initialDelay(Duration.ofSeconds(1))
                        .timeout(Duration.ofSeconds(3))
                        .successes(2))
                .live(ProbeSpec.tcp(SQL).period(Duration.ofSeconds(30)).grace(Duration.ofSeconds(20)))
                .afterStart(HookSpec.exec("db", "warm-up"))
                .beforeStop(HookSpec.sleep(Duration.ofSeconds(5)))
                .cpu(Cpu.millis(500))
                .cpuLimit(Cpu.cores(2))
                .memory(Size.gib(2))
                .memoryRequest(Size.gib(1))
                .ephemeralStorage(Size.gib(1))
                .extendedResource("example.com/fpga", 1)
                .terminationMessagePath("/tmp/last-words")
                .readOnlyRoot();
    }

    private static StatefulApp app() {
        ContainerSpec small = ContainerSpec.named("init")
                .image("registry.example/tools:1.0")
                .cpu(Cpu.millis(10))
                .memory(Size.mib(16))
                .readOnlyRoot();
        return StatefulApp.named("orders-db")
                .container(main())
                .initContainer(small)
                .sidecar(small.name("proxy")
                        .live(ProbeSpec.grpc(Port.tcp("grpc", 9000), "proxy"))
                        .port(Port.tcp("grpc", 9000)))
                .namespace("shop")
                .replicas(3)
                .firstOrdinal(1)
                .parallel()
                .update(UpdateStrategy.rollingFrom(1))
                .minReady(Duration.ofSeconds(10))
                .revisionHistory(5)
                .claimRetention(ClaimRetention.deletedWithSet())
                .grace(Duration.ofSeconds(90))
                .identityLabel("app", "orders")
                .identityLabel("role", "db")
                .infoLabel("team", "payments")
                .annotation("example.com/owner", "team-payments")
                .podAnnotation("example.com/scrape", "true")
                .headless("orders-peers")
                .service(ServiceSpec.forClients().port(SQL))
                .service(ServiceSpec.forClients("public")
                        .port(SQL, 15432)
                        .loadBalancer()
                        .loadBalancerClass("internal")
                        .trafficLocal(true)
                        .sticky(true)
                        .annotation("example.com/lb", "internal"))
                .service(ServiceSpec.perPod("member").nodePort(SQL, 30100))
                .traffic(TrafficSpec.amongMembers()
                        .from(Peer.pods("app", "web"), SQL)
                        .from(Peer.podsIn("monitoring", "app", "prometheus"), HEALTH)
                        .from(Peer.addresses("10.0.0.0/8"))
                        .to(Peer.namespace("backup"), Port.tcp("s3", 9000)))
                .disruption(Disruption.minAvailable(2))
                .certificate(CertificateSpec.into("orders-db-tls").by(Issuer.ofCluster("company-ca")))
                .monitor(MonitorSpec.at(HEALTH).path("/stats").interval(Duration.ofSeconds(15)))
                .account(AccountSpec.own().allow("endpoints", "get", "list").annotation("example.com/role", "db"))
                .security(PodSecurity.restricted().runAs(1001, 1002).sysctl("net.ipv4.tcp_syncookies", "1"))
                .spread(SpreadSpec.overZones().hard().minDomains(3))
                .antiAffinity(AntiAffinitySpec.perHost())
                .antiAffinity(AntiAffinitySpec.perZone().soft().weight(50))
                .nodeLabel("disk", "ssd")
                .nodeLabelIn("topology.kubernetes.io/zone", "a", "b", "c")
                .toleration(Toleration.of("dedicated", "db").effect("NoSchedule"))
                .toleration(Toleration.of("node.kubernetes.io/unreachable")
                        .effect("NoExecute")
                        .lasting(Duration.ofSeconds(30)))
                .priorityClass("data")
                .runtimeClass("kata")
                .scheduler("volume-aware")
                .dns(DnsSpec.clusterFirst().option("ndots", "2"))
                .hostAlias("10.1.2.3", "legacy.example")
                .pullSecret(SecretRef.named("registry"))
                .processSharing(true)
                .edit(Service.class, "orders-peers", service -> service.edit()
                        .editSpec()
                        .withIpFamilyPolicy("PreferDualStack")
                        .endSpec()
                        .build())
                .with(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("by-hand")
                        .withNamespace("shop")
                        .endMetadata()
                        .withData(Map.of("a", "b"))
                        .build());
    }

    @Test
    void every_word_has_its_place_in_the_manifest() throws IOException {
        Manifest manifest = Manifest.of(app());
        assertThat(manifest.report().errors()).isEmpty();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(GOLDEN, manifest.yaml());
        }
        assertThat(manifest.yaml()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void what_must_exist_beforehand_is_listed() {
        assertThat(Manifest.of(app()).prerequisites().stream().map(Object::toString))
                .containsExactly(
                        "ConfigMap shop/site (keys: ca, name), for StatefulSet shop/orders-db",
                        "PersistentVolumeClaim shop/archive, for StatefulSet shop/orders-db",
                        "Secret shop/orders-db-auth (keys: password), for StatefulSet shop/orders-db",
                        "Secret shop/registry, for StatefulSet shop/orders-db",
                        "Secret shop/vault-ca (keys: ca.crt), for StatefulSet shop/orders-db",
                        "StorageClass fast-ssd, for StatefulSet shop/orders-db");
    }
}
