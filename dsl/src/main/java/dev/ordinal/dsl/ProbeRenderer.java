package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Probes and hooks. They ask for ports by name, so that a number is written once; gRPC takes numbers only. */
final class ProbeRenderer {
    private ProbeRenderer() {}

    static @Nullable Probe probe(Optional<ProbeSpec> spec) {
        return spec.isPresent() ? probe(spec.get()) : null;
    }

    private static Probe probe(ProbeSpec spec) {
        Probe probe = new Probe();
        ProbeAction action = spec.action();
        if (action instanceof ProbeAction.Exec exec) {
            probe.setExec(new ExecAction(exec.command()));
        } else if (action instanceof ProbeAction.HttpGet http) {
            probe.setHttpGet(http(http.port(), http.path(), http.https()));
        } else if (action instanceof ProbeAction.TcpConnect tcp) {
            probe.setTcpSocket(
                    new TCPSocketAction(null, new IntOrString(tcp.port().name())));
        } else if (action instanceof ProbeAction.GrpcHealth grpc) {
            probe.setGrpc(grpc(grpc));
        }
        probe.setInitialDelaySeconds(Seconds.of(spec.initialDelay()));
        probe.setPeriodSeconds(Seconds.of(spec.period()));
        probe.setTimeoutSeconds(Seconds.of(spec.timeout()));
        probe.setFailureThreshold(spec.failures().orElse(null));
        probe.setSuccessThreshold(spec.successes().orElse(null));
        probe.setTerminationGracePeriodSeconds(Seconds.longOf(spec.grace()));
        return probe;
    }

    private static GRPCAction grpc(ProbeAction.GrpcHealth spec) {
        GRPCAction action = new GRPCAction();
        action.setPort(spec.port().number());
        action.setService(spec.service().isEmpty() ? null : spec.service());
        return action;
    }

    private static HTTPGetAction http(Port port, String path, boolean https) {
        HTTPGetAction action = new HTTPGetAction();
        action.setPort(new IntOrString(port.name()));
        action.setPath(path);
        action.setScheme(https ? "HTTPS" : null);
        return action;
    }

    static @Nullable Lifecycle lifecycle(ContainerSpec spec) {
        return spec.afterStart().isEmpty() && spec.beforeStop().isEmpty()
                ? null
                : new Lifecycle(hook(spec.afterStart()), hook(spec.beforeStop()), null);
    }

    private static @Nullable LifecycleHandler hook(Optional<HookSpec> spec) {
        if (spec.isEmpty()) {
            return null;
        }
        LifecycleHandler handler = new LifecycleHandler();
        if (spec.get() instanceof HookSpec.Exec exec) {
            handler.setExec(new ExecAction(exec.command()));
        } else if (spec.get() instanceof HookSpec.HttpGet http) {
            handler.setHttpGet(http(http.port(), http.path(), false));
        } else if (spec.get() instanceof HookSpec.Sleep sleep) {
            handler.setSleep(new SleepAction(Seconds.longOf(sleep.pause())));
        }
        return handler;
    }
}
