package dev.ordinal.presets.server;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a resource graph, running; closing it ends and removes all that it made. With {@code -Dserver.logs=true} it
 * prints the end of every log before.
 */
public final class Cluster implements AutoCloseable {
    private final long began = System.nanoTime();
    private final Host host;
    private final Map<String, Pod> pods = new ConcurrentHashMap<>();
    /** Those of jobs, and those that somebody runs by hand. */
    private final Map<String, Pod> guests = new ConcurrentHashMap<>();

    private final AtomicInteger runs = new AtomicInteger();
    private volatile ResourceGraph graph;
    private @Nullable Api api;

    private Cluster(ResourceGraph graph, Map<String, Image> images) {
        this.graph = graph;
        this.host = new Host(Leftovers.newFolder("cluster"), new Network(), images, this::api);
    }

    /** A cluster in which nothing runs yet. Images are found by the name that the manifest uses. */
    public static Cluster of(ResourceGraph graph, Map<String, Image> images) {
        Leftovers.sweep();
        return new Cluster(graph, images);
    }

    /** Replaces the objects; pods see the new ones when they start anew. */
    public void apply(ResourceGraph wanted) {
        graph = wanted;
    }

    /** Lets running pods see the ConfigMaps and Secrets as they are now, as a kubelet does after a while. */
    public void refresh() {
        pods.values().forEach(pod -> pod.refresh(new ConfigSource(graph, namespace(pod.member()))));
    }

    /** The objects that are applied. */
    public ResourceGraph graph() {
        return graph;
    }

    /** Creates these pods, all of them if none is named. */
    public void start(String... names) {
        List<String> wanted = names.length == 0 ? memberNames() : List.of(names);
        wanted.forEach(name -> pods.put(name, create(name)));
        publish();
        wanted.forEach(name -> pod(name).start());
    }

    /** Runs a CronJob now and once, as {@code kubectl create job --from} does; how its pod ended, and what it printed. */
    public Commands.Result runJob(String name, Duration limit) {
        CronJob job = graph.all(CronJob.class)
                .map(Located::get)
                .filter(candidate -> candidate.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no CronJob is called " + name));
        PodTemplateSpec template = job.getSpec().getJobTemplate().getSpec().getTemplate();
        String run = name + "-" + runs.incrementAndGet();
        try {
            return guest(run, job.getMetadata().getNamespace(), template).complete(limit);
        } finally {
            guests.remove(run);
        }
    }

    /** As {@code kubectl run}: a pod of no set. */
    void run(String name, @Nullable String namespace, PodSpec spec) {
        PodTemplateSpec template = new PodTemplateSpec(new ObjectMeta(), spec);
        template.getMetadata().setLabels(Map.of());
        guest(name, namespace, template).start();
    }

    private Pod guest(String name, @Nullable String namespace, PodTemplateSpec template) {
        Member alone = new Member(name, namespace, "", 0);
        Map<String, String> labels = template.getMetadata().getLabels();
        Pod pod = new Pod(host, alone, template, labels, new ConfigSource(graph, namespace(alone)), this::publish);
        guests.put(name, pod);
        publish();
        return pod;
    }

    /** Ends a pod that somebody ran by hand. */
    void end(String name) {
        Optional.ofNullable(guests.remove(name)).ifPresent(Pod::kill);
    }

    /** Makes the disk of a claim that small; {@code size} is as for {@code mount}. */
    public void shrinkClaim(String name, String size, int group) {
        Path folder = Disk.folder(host.claim(name), 0755, group);
        Commands.must(
                "mount", "-t", "tmpfs", "-o", "size=" + size + ",mode=2775,gid=" + group, "tmpfs", folder.toString());
    }

    /** A pod by name. */
    public Pod pod(String name) {
        Pod pod = pods.getOrDefault(name, guests.get(name));
        if (pod == null) {
            throw new IllegalArgumentException("no pod " + name + " runs; there are " + pods.keySet());
        }
        return pod;
    }

    /** The pods that exist, in the order of their names. */
    public List<Pod> pods() {
        return pods.values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** The names of the pods that a Service leads to: the ready ones that it selects. */
    public List<String> endpoints(String service) {
        Names names = new Names(graph, pods.values(), host.network().gateway());
        return pods().stream()
                .filter(pod -> names.leads(service, pod))
                .map(Pod::name)
                .toList();
    }

    /** Deletes pods with all the grace that the manifest gives them; they do not come back by themselves. */
    public void stop(String... names) {
        Arrays.stream(names).parallel().map(this::pod).forEach(Pod::stop);
        forget(List.of(names));
    }

    /** The power goes: no hook, no signal that could be caught. */
    public void kill(String... names) {
        Arrays.stream(names).parallel().map(this::pod).forEach(Pod::kill);
        forget(List.of(names));
    }

    /** Starts the members that are wanted and not there, and deletes those that are there and not wanted. */
    public void reconcile() {
        List<String> wanted = memberNames();
        stop(pods.keySet().stream().filter(name -> !wanted.contains(name)).toArray(String[]::new));
        String[] missing =
                wanted.stream().filter(name -> !pods.containsKey(name)).toArray(String[]::new);
        if (missing.length > 0) {
            start(missing);
        }
    }

    /** Deletes a claim that no pod uses, with all that is on it. */
    public void deleteClaim(String name) {
        Disk.remove(host.claim(name));
    }

    /** Whether there is a claim of that name. */
    public boolean hasClaim(String name) {
        return Files.exists(host.claim(name));
    }

    /** Empties every claim of a pod that does not run. */
    public void loseDisk(String... names) {
        for (String name : names) {
            members().filter(entry -> entry.member().pod().equals(name)).forEach(entry -> entry.set()
                    .getSpec()
                    .getVolumeClaimTemplates()
                    .forEach(
                            template -> Disk.remove(claim(template.getMetadata().getName(), name))));
        }
    }

    /** The folder that holds what is on a claim. */
    public Path claim(String name) {
        return host.claim(name);
    }

    /** The folder that holds what a pod wrote on a claim. */
    public Path claim(String template, String pod) {
        return host.claim(template + "-" + pod);
    }

    /** Deletes the pods from the last to the first, each when the one before it is ready, as the controller does. */
    public void rollingRestart(Duration eachWithin) {
        rollingRestart(memberNames(), eachWithin);
    }

    /** The same of these members only. */
    void rollingRestart(List<String> members, Duration eachWithin) {
        List<String> names = new ArrayList<>(members);
        for (int i = names.size() - 1; i >= 0; i--) {
            stop(names.get(i));
            start(names.get(i));
            awaitReady(eachWithin, names.get(i));
        }
    }

    /** Deletes those pods, from the last to the first, whose template is another one now, each when the one before has been ready for as long as the set says. */
    public void rollOut(Duration eachWithin) {
        List<String> names = new ArrayList<>(memberNames());
        Collections.reverse(names);
        for (String name : names) {
            StatefulSetSpec set = entry(name).set().getSpec();
            if (!pod(name).isOf(set.getTemplate())) {
                stop(name);
                start(name);
                awaitReady(eachWithin, name);
                pause(Duration.ofSeconds(
                        Optional.ofNullable(set.getMinReadySeconds()).orElse(0)));
            }
        }
    }

    /** Waits until these pods are ready, all of them if none is named. */
    public void awaitReady(Duration limit, String... names) {
        List<String> wanted = names.length == 0 ? memberNames() : List.of(names);
        await(wanted + " ready", limit, () -> wanted.stream()
                .allMatch(name -> pod(name).ready()));
    }

    /** Waits for something; if it does not come true, the error shows the end of every log. */
    public void await(String what, Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what + "\n" + this);
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** Prints a line of the story, with the seconds since the beginning. */
    public void tell(String line) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, line);
    }

    @Override
    public void close() {
        if (Boolean.getBoolean("server.logs")) {
            System.out.println(this);
        }
        guests.values().forEach(Pod::kill);
        pods.values().parallelStream().forEach(Pod::kill);
        pods.clear();
        Optional.ofNullable(api).ifPresent(Api::close);
        host.network().close();
        Leftovers.remove(host.folder());
    }

    /** The state of every pod, and the end of what it printed. */
    @Override
    public String toString() {
        return pods().stream()
                .map(pod -> pod.name()
                        + (pod.ready() ? " ready" : " not ready")
                        + pod.failure().map(why -> " (" + why + ")").orElse(""))
                .collect(Collectors.joining("\n", "", "\n" + Leftovers.endOfLogs(host.folder())));
    }

    private record Entry(StatefulSet set, Member member) {}

    private Stream<Entry> members() {
        return graph.all(StatefulSet.class).map(Located::get).flatMap(set -> Member.of(set).stream()
                .map(member -> new Entry(set, member)));
    }

    /** The names of all members that there should be. */
    public List<String> memberNames() {
        return members().map(entry -> entry.member().pod()).toList();
    }

    private Entry entry(String name) {
        return members()
                .filter(e -> e.member().pod().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no member is called " + name));
    }

    private Pod create(String name) {
        if (pods.containsKey(name)) {
            throw new IllegalStateException(name + " runs already");
        }
        Entry entry = entry(name);
        return new Pod(
                host, entry.member(), entry.set(), new ConfigSource(graph, namespace(entry.member())), this::publish);
    }

    private static String namespace(Member member) {
        return Optional.ofNullable(member.namespace()).orElse("default");
    }

    private synchronized Api api() {
        Api running = api;
        if (running == null) {
            running = new Api(host.network().gateway(), host.folder().resolve("account"), () -> graph, this::relabel);
            api = running;
        }
        return running;
    }

    private void relabel(String pod, Map<String, String> labels) {
        pod(pod).relabel(labels);
        publish();
    }

    private void forget(Collection<String> names) {
        names.forEach(pods::remove);
        publish();
    }

    private synchronized void publish() {
        Names names = new Names(graph, pods.values(), host.network().gateway());
        pods.values().forEach(pod -> pod.resolve(names.hostsOf(pod)));
        guests.values().forEach(pod -> pod.resolve(names.hostsOf(pod)));
        Optional.ofNullable(System.getProperty("jdk.net.hosts.file"))
                .ifPresent(file -> Disk.rewrite(Path.of(file), names.hosts()));
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
