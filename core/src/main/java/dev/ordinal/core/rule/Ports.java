package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a container declares ports and where it asks for them. */
final class Ports {
    private Ports() {}

    /** The name of a port; empty for none and for a number, also for one in quotes. */
    static String name(@Nullable IntOrString port) {
        String text = port == null || port.getStrVal() == null ? "" : port.getStrVal();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return text;
            }
        }
        return "";
    }

    static String protocol(@Nullable String written) {
        return written == null ? "TCP" : written;
    }

    static boolean isDeclared(PodContainer container, String name) {
        for (Located<ContainerPort> port : container.ports()) {
            if (name.equals(port.get().getName())) {
                return true;
            }
        }
        return false;
    }

    /** Every port that a probe or a hook of the container connects to by a name. */
    static List<Located<IntOrString>> asked(PodContainer container) {
        List<Located<IntOrString>> asked = new ArrayList<>(2);
        Container written = container.get();
        probe(container.step("startupProbe", written.getStartupProbe()), asked);
        probe(container.step("readinessProbe", written.getReadinessProbe()), asked);
        probe(container.step("livenessProbe", written.getLivenessProbe()), asked);
        if (written.getLifecycle() != null) {
            Located<Lifecycle> lifecycle = container.step("lifecycle", written.getLifecycle());
            hook(lifecycle.step("postStart", lifecycle.get().getPostStart()), asked);
            hook(lifecycle.step("preStop", lifecycle.get().getPreStop()), asked);
        }
        return asked;
    }

    private static void probe(Located<Probe> probe, List<Located<IntOrString>> asked) {
        if (probe.isPresent()) {
            port(probe, probe.get().getHttpGet(), probe.get().getTcpSocket(), asked);
        }
    }

    private static void hook(Located<LifecycleHandler> hook, List<Located<IntOrString>> asked) {
        if (hook.isPresent()) {
            port(hook, hook.get().getHttpGet(), hook.get().getTcpSocket(), asked);
        }
    }

    private static void port(
            Located<?> asker,
            @Nullable HTTPGetAction http,
            @Nullable TCPSocketAction tcp,
            List<Located<IntOrString>> asked) {
        if (http != null) {
            add(asker.step("httpGet", http).step("port", http.getPort()), asked);
        }
        if (tcp != null) {
            add(asker.step("tcpSocket", tcp).step("port", tcp.getPort()), asked);
        }
    }

    private static void add(Located<IntOrString> port, List<Located<IntOrString>> asked) {
        if (port.isPresent() && !name(port.get()).isEmpty()) {
            asked.add(port);
        }
    }
}
