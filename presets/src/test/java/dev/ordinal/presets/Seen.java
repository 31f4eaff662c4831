package dev.ordinal.presets;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a manifest shows to who looks for it. */
public final class Seen {
    private Seen() {}

    /** The sets. */
    public static List<StatefulSet> sets(Manifest manifest) {
        return manifest.graph().all(StatefulSet.class).map(set -> set.get()).toList();
    }

    /** The pods of the sets. */
    public static List<PodSpec> pods(Manifest manifest) {
        return sets(manifest).stream()
                .map(set -> set.getSpec().getTemplate().getSpec())
                .toList();
    }

    /** Every pod's first container mounts something at exactly these paths. */
    public static void mounted(Manifest manifest, List<String> paths) {
        assertThat(pods(manifest)).isNotEmpty().allSatisfy(pod -> assertThat(
                        pod.getContainers().get(0).getVolumeMounts())
                .extracting(mount -> mount.getMountPath())
                .containsAll(paths));
    }

    /** The ports of the sets that anybody may come to; each set must keep strangers from all others. */
    public static List<Integer> openPorts(Manifest manifest) {
        List<NetworkPolicy> policies = manifest.graph()
                .all(NetworkPolicy.class)
                .map(policy -> policy.get())
                .toList();
        assertThat(policies).hasSameSizeAs(sets(manifest));
        return policies.stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule -> rule.getFrom().isEmpty())
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> requireNonNull(port.getPort()).getIntVal())
                .toList();
    }

    /** The Services by which members find each other. */
    public static List<Service> headless(Manifest manifest) {
        return manifest.graph()
                .all(Service.class)
                .map(service -> service.get())
                .filter(service -> "None".equals(service.getSpec().getClusterIP()))
                .toList();
    }

    /** The containers of all pods, those before the start among them. */
    public static List<Container> containers(Manifest manifest) {
        return pods(manifest).stream()
                .flatMap(pod -> Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream()))
                .toList();
    }

    /** The names of all variables. */
    public static List<String> variables(Manifest manifest) {
        return containers(manifest).stream()
                .flatMap(container -> container.getEnv().stream())
                .map(EnvVar::getName)
                .toList();
    }

    /** What a variable is set to, wherever it is. */
    public static List<String> values(Manifest manifest, String variable) {
        return containers(manifest).stream()
                .flatMap(container -> container.getEnv().stream())
                .filter(env -> env.getName().equals(variable))
                .map(EnvVar::getValue)
                .toList();
    }

    /** All probes of all pods. */
    public static List<Probe> probes(Manifest manifest) {
        return containers(manifest).stream()
                .flatMap(c -> Stream.of(c.getStartupProbe(), c.getReadinessProbe(), c.getLivenessProbe()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The files of that name, one after the other. */
    public static String file(Manifest manifest, String name) {
        return manifest.graph()
                .all(ConfigMap.class)
                .map(map -> map.get().getData().get(name))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** The values of that key in files of {@code key=value}, in their order. */
    public static List<String> values(Manifest manifest, String file, String key) {
        return file(manifest, file)
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }
}
