package dev.ordinal.presets.server;

import dev.ordinal.core.graph.Member;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One pod from its creation to its end: its own address, its containers in the manifest's order. */
public final class Pod {
    private static final long DEFAULT_GRACE = 30;
    private static final long SIDECAR_GRACE = 5;
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private final Host host;
    private final Member member;
    private final PodTemplateSpec template;
    private final PodSpec spec;
    private final Map<String, String> labels;
    private final Network.Place place;
    private final PodFacts facts;
    private final ConfigSource configs;
    private final Volumes volumes;
    private final Path folder;
    private final Path hosts;
    private final Runnable onChange;
    private final Map<String, RunningContainer> running = new ConcurrentHashMap<>();
    private final Map<String, Boolean> ready = new ConcurrentHashMap<>();
    private volatile boolean ending;
    private volatile @Nullable String failure;

    Pod(Host host, Member member, StatefulSet set, ConfigSource configs, Runnable onChange) {
        this(host, member, set.getSpec().getTemplate(), labels(set.getSpec().getTemplate(), member), configs, onChange);
        set.getSpec()
                .getVolumeClaimTemplates()
                .forEach(claim -> volumes.claim(
                        claim.getMetadata().getName(),
                        host.claim(member.claim(claim.getMetadata().getName())),
                        spec));
    }

    /** Of no set. */
    Pod(
            Host host,
            Member member,
            PodTemplateSpec template,
            Map<String, String> labels,
            ConfigSource configs,
            Runnable onChange) {
        this.host = host;
        this.member = member;
        this.template = template;
        this.spec = template.getSpec();
        this.labels = labels;
        this.place = host.network().join();
        this.configs = configs;
        this.onChange = onChange;
        this.folder = Disk.folder(host.folder().resolve("pods").resolve(host.unique(member.pod())), 0755, 0);
        this.hosts = Disk.file(folder.resolve("hosts"), new byte[0], 0644, 0);
        this.facts = new PodFacts(
                member.pod(),
                configs.namespace(),
                place.address(),
                "node",
                new ObjectMetaBuilder(template.getMetadata()).withLabels(labels).build());
        this.volumes = new Volumes(Disk.folder(folder.resolve("volumes"), 0755, 0), spec, configs);
        if (Host.hasAccount(spec)) {
            volumes.account(host.api().get(), configs.namespace());
        }
        spec.getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .forEach(volume -> volumes.claim(
                        volume.getName(),
                        host.claim(volume.getPersistentVolumeClaim().getClaimName()),
                        spec));
    }

    /** The pod's name. */
    public String name() {
        return member.pod();
    }

    /** The address of this pod; the next pod of the same name will have another one. */
    public String address() {
        return place.address();
    }

    /** Whether every container has said that it is ready. */
    public boolean ready() {
        return spec.getContainers().stream().allMatch(c -> ready.getOrDefault(c.getName(), false));
    }

    /** Whether its first container is of that image. */
    public boolean runsImage(String name) {
        return spec.getContainers().get(0).getImage().equals(name);
    }

    boolean isOf(PodTemplateSpec wanted) {
        return template.equals(wanted);
    }

    /** What it shows of itself at that port; nothing while it does not answer. */
    public String metrics(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address() + ":" + port + "/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Why the pod cannot start, if it cannot. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Everything that a container, or an init container, of this name has ever printed, earlier pods included. */
    public String log(String container) {
        return Disk.text(host.log(name(), container));
    }

    /** Runs a command in the first container. */
    public String exec(String... command) {
        return first().exec(Duration.ofSeconds(10), List.of(command)).output();
    }

    /** Runs a command in a container of that name; what it prints, whether it succeeds or not. */
    public String execIn(String container, String... command) {
        return inContainer(container)
                .exec(Duration.ofSeconds(30), List.of(command))
                .output();
    }

    /** Runs a command in a container of that name, reading a file; what it writes goes to another one. */
    Commands.Result pipe(String container, List<String> command, Path in, Path out) {
        return inContainer(container).pipe(Duration.ofMinutes(2), command, in, out);
    }

    /** The name of its first container, which commands mean that name none. */
    String firstContainer() {
        return spec.getContainers().get(0).getName();
    }

    /** The names of all its containers, in the order in which they start. */
    List<String> containers() {
        return Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .map(Container::getName)
                .toList();
    }

    private RunningContainer inContainer(String container) {
        RunningContainer run = running.get(container);
        if (run == null) {
            throw new IllegalStateException(name() + " has no running container " + container);
        }
        return run;
    }

    /** As the kubelet does within a minute or so: files of ConfigMaps and Secrets get their new content. */
    void refresh(ConfigSource configs) {
        volumes.refresh(spec, configs);
    }

    /** Runs a command in the first container, which may take that long. */
    public Commands.Result exec(Duration limit, List<String> command) {
        return first().exec(limit, command);
    }

    /** Asks the first container's readiness probe now. */
    public boolean answersReadiness() {
        return answers(spec.getContainers().get(0).getReadinessProbe());
    }

    /** Asks the first container's liveness probe now. */
    public boolean answersLiveness() {
        return answers(spec.getContainers().get(0).getLivenessProbe());
    }

    /** Whether the first container runs already, and its liveness probe is answered. */
    public boolean lives() {
        RunningContainer run = running.get(firstContainer());
        return run != null && run.alive() && answersLiveness();
    }

    Member member() {
        return member;
    }

    Map<String, String> labels() {
        return labels;
    }

    void relabel(Map<String, String> some) {
        labels.putAll(some);
    }

    void resolve(String names) {
        Disk.rewrite(hosts, names);
    }

    void start() {
        Thread thread = new Thread(this::run, name());
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs the pod of a job to its end; how its container ended, and what it printed. */
    Commands.Result complete(Duration limit) {
        try {
            Container work = spec.getContainers().get(0);
            int exit = launch(work).waitFor(limit);
            return new Commands.Result(exit, log(work.getName()));
        } finally {
            kill();
        }
    }

    /** Deletes the pod as the API server does. */
    void stop() {
        ending = true;
        Duration grace = Duration.ofSeconds(
                Optional.ofNullable(spec.getTerminationGracePeriodSeconds()).orElse(DEFAULT_GRACE));
        spec.getContainers().parallelStream().forEach(container -> Optional.ofNullable(running.get(container.getName()))
                .ifPresent(run -> run.stop(container, grace)));
        spec.getInitContainers().stream().filter(Pod::isSidecar).forEach(container -> Optional.ofNullable(
                        running.get(container.getName()))
                .ifPresent(run -> run.stop(container, Duration.ofSeconds(SIDECAR_GRACE))));
        leave();
    }

    /** Ends everything at once. */
    void kill() {
        ending = true;
        running.values().parallelStream().forEach(RunningContainer::kill);
        leave();
    }

    private void leave() {
        ready.clear();
        host.network().leave(place);
    }

    private boolean answers(Probe probe) {
        return Probes.answers(first(), spec.getContainers().get(0), probe, address());
    }

    private RunningContainer first() {
        return inContainer(spec.getContainers().get(0).getName());
    }

    private void run() {
        try {
            for (Container container : spec.getInitContainers()) {
                if (isSidecar(container)) {
                    keepInBackground(container);
                    continue;
                }
                int exit = launch(container).waitFor();
                if (exit != 0) {
                    failure = "init container " + container.getName() + " exited with " + exit;
                    return;
                }
            }
            spec.getContainers().forEach(this::keepInBackground);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    private static boolean isSidecar(Container container) {
        return "Always".equals(container.getRestartPolicy());
    }

    private void keepInBackground(Container container) {
        Thread keeper = new Thread(() -> keep(container), name() + "/" + container.getName());
        keeper.setDaemon(true);
        keeper.start();
    }

    /** Starts a container again whenever it ends by itself. */
    private void keep(Container container) {
        try {
            while (!ending) {
                RunningContainer run = launch(container);
                run.awaitStart();
                new Probes(
                                run,
                                container,
                                address(),
                                is -> ready(container, is),
                                () -> run.stop(container, Duration.ofSeconds(30)))
                        .begin();
                run.waitFor();
                ready(container, false);
                Thread.sleep(BACK_OFF.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    private void ready(Container container, boolean is) {
        if (!ending && !Boolean.valueOf(is).equals(ready.put(container.getName(), is))) {
            onChange.run();
        }
    }

    private synchronized RunningContainer launch(Container container) {
        if (ending) {
            throw new IllegalStateException("the pod is being deleted");
        }
        String id = host.unique(name() + "-" + container.getName());
        Image image = host.image(container.getImage());
        Path bundle = Disk.folder(folder.resolve(id), 0755, 0);
        Path root = mountRoot(bundle, image);
        Environment environment = new Environment(image, container, facts, configs);
        if (Host.hasAccount(spec)) {
            environment.api(host.api().get().port());
        }
        new Bundle(spec, container, image, environment, facts)
                .write(bundle, root, hosts, volumes, place.namespace(), "/" + id);
        RunningContainer run =
                new RunningContainer(id, host.runtime(), bundle, root, host.log(name(), container.getName()));
        running.put(container.getName(), run);
        return run;
    }

    private static Path mountRoot(Path bundle, Image image) {
        Path upper = Disk.folder(bundle.resolve("upper"), 0755, 0);
        Path work = Disk.folder(bundle.resolve("work"), 0755, 0);
        Path root = Disk.folder(bundle.resolve("root"), 0755, 0);
        String layers = "lowerdir=" + image.layers() + ",upperdir=" + upper + ",workdir=" + work;
        Commands.must("mount", "-t", "overlay", "overlay", "-o", layers, root.toString());
        return root;
    }

    private static Map<String, String> labels(PodTemplateSpec template, Member member) {
        Map<String, String> labels =
                new ConcurrentHashMap<>(template.getMetadata().getLabels());
        labels.put("apps.kubernetes.io/pod-index", String.valueOf(member.ordinal()));
        labels.put("statefulset.kubernetes.io/pod-name", member.pod());
        return labels;
    }
}
