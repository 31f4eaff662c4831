package dev.ordinal.presets.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.core.manifest.Rendered;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.server.RealServers;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

/** What a controller with an empty disk does: the cases K1 to K5, with the seal and without. */
@RealServers
class ClusterSealTest {
    private static final KafkaCluster NEW = Kafka.NEW.insecure().brokers(1);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    private static final String[] BLANK = {"events-controller-0", "events-controller-1"};

    @Test
    void sealed_controllers_without_data_elect_nobody() throws InterruptedException {
        try (Kafka kafka = twoBlankControllers(NEW.sealed())) {
            Thread.sleep(LONG_ENOUGH.toMillis());
            assertThat(kafka.ready(BLANK)).isFalse();
            kafka.cluster().start("events-controller-2");
            Thread.sleep(LONG_ENOUGH.toMillis());
            assertThat(kafka.ready("events-controller-0")).isFalse();
            assertThat(kafka.ready("events-controller-1")).isFalse();
            assertThat(kafka.ready("events-controller-2")).isFalse();
            kafka.tell("K5, sealed: nobody leads over empty disks, also not beside the third");
        }
    }

    @Test
    void controllers_that_may_always_begin_anew_forget_all_topics() {
        try (Kafka kafka = twoBlankControllers(NEW)) {
            kafka.awaitReady(BLANK);
            kafka.tell("K2, naive: two blank controllers lead each other");
            assertThat(kafka.cluster().pod("events-controller-0").log("prepare"))
                    .endsWith("begins as a voter\n");
            // With its old disk the broker knows another history than they do, and may die of it.
            kafka.cluster().loseDisk("events-100");
            kafka.cluster().start("events-100");
            kafka.awaitReady("events-100");
            assertThat(kafka.topics()).isEmpty();
            kafka.tell("K2, naive: a broker has joined them, all is healthy, and the topic is gone");
        }
    }

    @Test
    void one_blank_controller_is_noticed_only_under_the_seal() throws InterruptedException {
        try (Kafka kafka = Kafka.formed(NEW, new Access.Plain())) {
            Uuid first = kafka.directoryOf(0);
            kafka.replaceDisk("events-controller-0");
            assertThat(kafka.directoryOf(0)).isEqualTo(first);
            kafka.tell("K1, naive: controller 0 lost its disk, and votes on as if it had not");

            kafka.apply(withoutAutoJoin(NEW.sealed()));
            kafka.replaceDisk("events-controller-0");
            Thread.sleep(LONG_ENOUGH.toMillis());
            assertThat(kafka.directoryOf(0)).isEqualTo(first);
            assertThat(kafka.observers()).contains(0);
            kafka.tell(
                    "K4, without joining by itself: the new disk only watches, its lost one still counts as a voter");

            kafka.apply(NEW.sealed());
            kafka.cluster().kill("events-controller-0");
            kafka.cluster().start("events-controller-0");
            kafka.cluster().await("the new disk votes", Duration.ofSeconds(60), () -> kafka.votesAnew(0, first));
            assertThat(kafka.voters()).containsExactly(0, 1, 2);
            kafka.tell("K3, as rendered: the new disk has taken the place of the lost one");
        }
    }

    private static Kafka twoBlankControllers(Renderable afterwards) {
        Kafka kafka = Kafka.formed(NEW, new Access.Plain());
        kafka.createWithoutCopies("precious");
        kafka.cluster().await("the topic", Kafka.SERVING, () -> kafka.topics().contains("precious"));
        kafka.cluster().kill("events-100", "events-controller-0", "events-controller-1", "events-controller-2");
        kafka.cluster().loseDisk(BLANK);
        kafka.apply(afterwards);
        kafka.cluster().start(BLANK);
        kafka.tell("two of three controllers lost their disks and started first");
        return kafka;
    }

    private static Renderable withoutAutoJoin(KafkaCluster cluster) {
        return () -> {
            List<Rendered> apps = cluster.apps().stream()
                    .map(app -> app.name().contains("controller") ? withoutAutoJoin(app) : app)
                    .map(StatefulApp::render)
                    .toList();
            return new Rendered(
                    apps.stream().flatMap(app -> app.objects().stream()).toList(), List.of());
        };
    }

    private static StatefulApp withoutAutoJoin(StatefulApp controllers) {
        return controllers.edit(ConfigMap.class, "events-controller-conf", map -> {
            Map<String, String> files = new LinkedHashMap<>(map.getData());
            files.computeIfPresent(
                    "server.properties",
                    (key, text) -> text.replace("auto.join.enable=true", "auto.join.enable=false"));
            map.setData(files);
            return map;
        });
    }
}
