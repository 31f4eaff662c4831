package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Five become three under a writer, while two of those that stay are slower than the others; and five again. */
@RealServers
class EnsembleShrinksTest {
    private static final ZooKeeperEnsemble THREE = Ensemble.NEW.sealed();
    private static final ZooKeeperEnsemble FIVE = THREE.members(5);
    private static final List<String> STAYING = List.of("zk-1", "zk-2", "zk-3");
    private static final List<String> GOING = List.of("zk-4", "zk-5");

    /** The trap: a majority of three need not know what a majority of five has acknowledged. */
    @Test
    void with_all_five_stopped_at_once_what_the_others_acknowledged_is_lost() {
        try (Ensemble ensemble = five();
                Typist typist = new Typist(ensemble.cluster());
                SteadyWriter writer = new SteadyWriter(ensemble)) {
            List<String> slow = slow(ensemble);
            writer.awaitMore(20);
            signal("STOP", ensemble, slow);
            writer.awaitMore(50);
            assertThat(typist.type("kubectl -n test scale statefulset zk --replicas=0")
                            .ok())
                    .isTrue();
            assertThat(lost(ensemble, slow, writer.acknowledged())).hasSizeGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void by_the_run_book_nothing_is_lost_if_the_leader_goes() throws InterruptedException {
        try (Ensemble ensemble = five()) {
            for (int i = 0; i < 10 && !GOING.contains(ensemble.leader()); i++) {
                String leader = ensemble.leader();
                anotherLeads(ensemble, List.of(leader));
            }
            assertThat(ensemble.leader()).isIn(GOING);
            assertThat(lostByTheRunBook(ensemble)).isEmpty();
        }
    }

    /** Nobody is brought up to date by a new leader, so it takes the write that the run book wants to see. */
    @Test
    void by_the_run_book_nothing_is_lost_if_the_leader_stays() throws InterruptedException {
        try (Ensemble ensemble = five()) {
            if (GOING.contains(ensemble.leader())) {
                anotherLeads(ensemble, GOING);
            }
            assertThat(ensemble.leader()).isIn(STAYING);
            assertThat(lostByTheRunBook(ensemble)).isEmpty();
        }
    }

    @Test
    void without_a_majority_the_run_book_does_not_go_on_and_the_way_back_is_open() {
        try (Ensemble ensemble = five();
                Typist typist = new Typist(ensemble.cluster())) {
            Step write = Typist.steps(FIVE.runBook(), "Scale down").get(2);
            String check = write.check().orElseThrow();
            assertThat(typist.type(check).ok()).isTrue();
            ensemble.cluster().kill("zk-2", "zk-4", "zk-5");
            assertThat(typist.type(check).ok()).isFalse();
            ensemble.tell("two of five: " + write.title() + ": no");
            ensemble.cluster().start("zk-2", "zk-4", "zk-5");
            ensemble.awaitReady();
            assertThat(typist.type(check).ok()).isTrue();
            ensemble.tell("five of five: yes");
        }
    }

    /** The trap: they have votes at once, and with a slow one a majority of five that knows nothing of the writes since. */
    @Test
    void who_comes_back_on_an_old_disk_makes_the_others_forget() {
        try (Ensemble ensemble = five()) {
            assertThat(lostOnTheWayBack(ensemble, List.of())).hasSizeGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void by_the_run_book_who_comes_back_copies_first() {
        try (Ensemble ensemble = five()) {
            List<Step> steps = Typist.steps(THREE.runBook(), "Scale up");
            assertThat(steps.get(1).title()).isEqualTo("Delete claims that former members have left");
            assertThat(lostOnTheWayBack(ensemble, steps.subList(0, 2))).isEmpty();
        }
    }

    private static List<String> lostOnTheWayBack(Ensemble ensemble, List<Step> steps) {
        try (Typist typist = new Typist(ensemble.cluster())) {
            typist.follow(Typist.steps(FIVE.runBook(), "Scale down").subList(0, 4), Ensemble.SERVING);
            ensemble.apply(impatient(THREE));
            ensemble.cluster().start(STAYING.toArray(String[]::new));
            ensemble.awaitReady();
            String slow = slow(ensemble).get(0);
            try (SteadyWriter writer = new SteadyWriter(ensemble)) {
                writer.awaitMore(20);
                typist.follow(steps, Ensemble.SERVING);
                signal("STOP", ensemble, List.of(slow));
                writer.awaitMore(50);
                typist.follow(Typist.steps(THREE.runBook(), "Scale up").subList(2, 3), Ensemble.SERVING);
                ensemble.apply(impatient(FIVE));
                ensemble.cluster().start(slow, "zk-4", "zk-5");
                if (steps.isEmpty()) {
                    ensemble.awaitReady(slow, "zk-4", "zk-5");
                }
                return lostWithTheOthers(ensemble, List.of(slow), writer.acknowledged());
            }
        }
    }

    /** Two members hang where that could do harm. */
    private static List<String> lostByTheRunBook(Ensemble ensemble) throws InterruptedException {
        List<Step> steps = Typist.steps(FIVE.runBook(), "Scale down");
        int stop = steps.stream().map(Step::title).toList().indexOf("Stop all members");
        List<String> slow = slow(ensemble);
        try (Typist typist = new Typist(ensemble.cluster());
                SteadyWriter writer = new SteadyWriter(ensemble)) {
            writer.awaitMore(20);
            typist.follow(steps.subList(0, 1), Ensemble.SERVING);
            signal("STOP", ensemble, slow);
            writer.awaitMore(50);
            CompletableFuture<Void> later = CompletableFuture.runAsync(
                    () -> signal("CONT", ensemble, slow), CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));
            typist.follow(steps.subList(1, stop), Ensemble.SERVING);
            ensemble.tell("before all stop: " + ensemble.modes());
            signal("STOP", ensemble, slow);
            later.join();
            Thread.sleep(1000);
            typist.follow(steps.subList(stop, stop + 1), Ensemble.SERVING);
            return lost(ensemble, slow, writer.acknowledged());
        }
    }

    /** The new list, in the worst order: the others come when the slow ones have elected one of themselves. */
    private static List<String> lost(Ensemble ensemble, List<String> slow, List<String> acknowledged) {
        ensemble.apply(impatient(THREE));
        ensemble.cluster().start(slow.toArray(String[]::new));
        ensemble.awaitReady(slow.toArray(String[]::new));
        return lostWithTheOthers(ensemble, slow, acknowledged);
    }

    private static List<String> lostWithTheOthers(Ensemble ensemble, List<String> slow, List<String> acknowledged) {
        String[] others = STAYING.stream().filter(name -> !slow.contains(name)).toArray(String[]::new);
        ensemble.cluster().start(others);
        ensemble.awaitReady();
        List<String> known = ensemble.read(others[0]);
        List<String> lost =
                acknowledged.stream().filter(node -> !known.contains(node)).toList();
        ensemble.tell("now %s: %d writes acknowledged, %d of them lost"
                .formatted(ensemble.modes(), acknowledged.size(), lost.size()));
        return lost;
    }

    /** Two of those that stay, and not the leader. */
    private static List<String> slow(Ensemble ensemble) {
        return STAYING.stream()
                .filter(name -> !name.equals(ensemble.leader()))
                .limit(2)
                .toList();
    }

    private static void anotherLeads(Ensemble ensemble, List<String> away) {
        ensemble.cluster().stop(away.toArray(String[]::new));
        ensemble.cluster().await("another one leads", Ensemble.SERVING, () -> !ensemble.leader()
                .isEmpty());
        ensemble.cluster().start(away.toArray(String[]::new));
        ensemble.awaitReady();
        ensemble.tell("without " + away + " for a moment: " + ensemble.modes());
    }

    private static Ensemble five() {
        Ensemble ensemble = Ensemble.formed(impatient(FIVE.sealed(false)));
        ensemble.apply(impatient(FIVE));
        return ensemble;
    }

    /** A frozen member is killed after a few seconds instead of a minute. */
    private static Renderable impatient(ZooKeeperEnsemble ensemble) {
        return ensemble.app().edit(StatefulSet.class, set -> {
            PodSpec pod = set.getSpec().getTemplate().getSpec();
            pod.setTerminationGracePeriodSeconds(3L);
            pod.getContainers().forEach(server -> server.setLifecycle(null));
            return set;
        });
    }

    /** From outside, because inside it is the first process, which cannot be stopped from there. */
    private static void signal(String signal, Ensemble ensemble, List<String> members) {
        for (String name : members) {
            Path disk = ensemble.cluster().claim("data", name).resolve("data/myid");
            String pid = ProcessHandle.allProcesses()
                    .map(process -> String.valueOf(process.pid()))
                    .filter(id -> isServerOn(disk, Path.of("/proc", id)))
                    .findFirst()
                    .orElseThrow();
            try {
                new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        ensemble.tell(members + (signal.equals("STOP") ? " hang" : " go on"));
    }

    private static boolean isServerOn(Path disk, Path process) {
        try {
            return Files.readString(process.resolve("comm")).equals("java\n")
                    && Files.isSameFile(process.resolve("root/data/myid"), disk);
        } catch (IOException e) {
            return false;
        }
    }
}
