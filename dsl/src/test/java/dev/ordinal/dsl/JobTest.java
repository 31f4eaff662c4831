package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/ordinal/dsl/app-with-jobs.yaml");

    private static final Port SQL = Port.tcp("sql", 5432);
    private static final Port HEALTH = Port.tcp("health", 8008);
    private static final ClaimVolume DATA = VolumeSpec.claim("data", Size.gib(20));
    private static final FilesVolume SCRIPTS = VolumeSpec.files("scripts")
            .file("backup.sh", "#!/bin/sh\nexec dump \"$@\"\n")
            .executable();
    private static final ContainerSpec DB = ContainerSpec.named("db")
            .image("registry.example/db:4.2.1")
            .port(SQL)
            .port(HEALTH)
            .mount(DATA, "/var/lib/db")
            .ready(ProbeSpec.tcp(SQL))
            .cpu(Cpu.millis(100))
            .memory(Size.gib(1))
            .readOnlyRoot();
    private static final ContainerSpec DUMP = ContainerSpec.named("dump")
            .image("registry.example/db:4.2.1")
            .command("/scripts/backup.sh")
            .mountReadOnly(SCRIPTS, "/scripts")
            .cpu(Cpu.millis(100))
            .memory(Size.mib(256))
            .readOnlyRoot();
    private static final StatefulApp DB_ALONE =
            StatefulApp.named("orders-db").container(DB).namespace("shop").runAs(999);

    private static StatefulApp app() {
        JobSpec nightly = JobSpec.named("backup").schedule("0 3 * * *").container(DUMP);
        JobSpec weekly = JobSpec.named("verify")
                .schedule("@weekly")
                .container(DUMP.mount(VolumeSpec.existingClaim("archive", "backups"), "/archive")
                        .mount(VolumeSpec.ephemeral("work", Size.gib(50)).storageClass("fast"), "/work")
                        .mount(VolumeSpec.scratch("tmp"), "/tmp")
                        .mountReadOnly(VolumeSpec.secret("auth", SecretRef.named("orders-auth")), "/auth"))
                .initContainer(DUMP.name("prepare"))
                .timeZone("Europe/Berlin")
                .concurrency(Concurrency.REPLACE)
                .suspended(true)
                .startingDeadline(Duration.ofMinutes(5))
                .activeDeadline(Duration.ofMinutes(90))
                .backoffLimit(0)
                .successfulHistory(1)
                .failedHistory(7)
                .grace(Duration.ofSeconds(10))
                .security(PodSecurity.restricted().runAs(1000))
                .podAnnotation("example.com/scrape", "false")
                .calls(SQL);
        return DB_ALONE.infoLabel("team", "payments")
                .infoLabel("app.kubernetes.io/name", "orders-db")
                .account(AccountSpec.own().allow("endpoints", "get"))
                .priorityClass("data")
                .toleration(Toleration.of("dedicated", "db"))
                .nodeLabel("disk", "ssd")
                .pullSecret(SecretRef.named("registry"))
                .traffic(TrafficSpec.amongMembers().from(Peer.pods("app", "web"), SQL))
                .job(nightly)
                .job(weekly);
    }

    @Test
    void a_job_becomes_a_cron_job_beside_the_set() throws IOException {
        Manifest manifest = Manifest.of(app());
        assertThat(manifest.report()).hasToString("no findings\n");
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(GOLDEN, manifest.yaml());
        }
        assertThat(manifest.yaml()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void a_job_changes_nothing_of_the_members() {
        JobSpec job = JobSpec.named("backup").schedule("@daily").container(DUMP);
        assertThat(set(DB_ALONE.job(job))).isEqualTo(set(DB_ALONE));
        assertThat(set(DB_ALONE.job(job.container(DUMP.name("second"))))).isEqualTo(set(DB_ALONE));
    }

    @Test
    void files_that_members_and_a_job_share_are_one_config_map() {
        StatefulApp app = DB_ALONE.containers(DB.mountReadOnly(SCRIPTS, "/scripts"))
                .job(JobSpec.named("backup").schedule("@daily").container(DUMP));
        assertThat(Manifest.of(app).graph().all(ConfigMap.class)).hasSize(1);
        assertThat(Manifest.of(app).report().errors()).isEmpty();
    }

    @Test
    void the_disk_of_a_member_cannot_be_mounted_in_a_job() {
        JobSpec job = JobSpec.named("backup").schedule("@daily").container(DUMP.mountReadOnly(DATA, "/data"));
        assertThat(Manifest.of(DB_ALONE.job(job)).report().errors())
                .singleElement()
                .hasToString(
                        """
                        ERROR    CronJob shop/orders-db-backup  spec.jobTemplate.spec.template.spec.containers[0].volumeMounts[1].name
                                 found  "data"
                                 why    the API server refuses it: no volume and no claim template has this name (a volume with an
                                        error does not count)
                                 fix    write scripts, or add a volume of this name
                                 rule   ReferenceResolves""");
    }

    @Property(tries = 200)
    void no_selector_of_the_app_matches_the_pods_of_its_jobs(@ForAll("apps") StatefulApp app) {
        JobSpec job = JobSpec.named("more").schedule("@daily").container(DUMP);
        ResourceGraph graph = Manifest.of(app.job(job)).graph();
        Set<Map.Entry<String, String>> labels = graph.workloads().stream()
                .filter(workload -> workload.owner().get() instanceof CronJob)
                .reduce((first, second) -> second)
                .map(Workload::labels)
                .orElseThrow()
                .entrySet();
        assertThat(labels).doesNotContainAnyElementsOf(app.identity().entrySet());
        assertThat(graph.all(Service.class)
                        .map(service -> service.get().getSpec().getSelector()))
                .noneMatch(selector -> labels.containsAll(selector.entrySet()));
    }

    @Property(tries = 100)
    void the_network_policy_lets_each_job_in(@ForAll("apps") StatefulApp app) {
        JobSpec job = JobSpec.named("more").schedule("@daily").container(DUMP);
        StatefulApp closed = app.traffic(TrafficSpec.amongMembers()).job(job);
        assertThat(Manifest.of(closed).graph().all(NetworkPolicy.class).map(Located::get))
                .singleElement()
                .satisfies(policy -> assertThat(policy.getSpec().getIngress()).anySatisfy(rule -> assertThat(
                                rule.getFrom())
                        .extracting(from -> from.getPodSelector())
                        .isEqualTo(List.of(new LabelSelector(null, Map.of(JobSpec.LABEL, app.name() + "-more"))))));
    }

    @Provide
    Arbitrary<StatefulApp> apps() {
        return Apps.any();
    }

    private static StatefulSet set(StatefulApp app) {
        return Manifest.of(app)
                .graph()
                .all(StatefulSet.class)
                .findFirst()
                .orElseThrow()
                .get();
    }
}
