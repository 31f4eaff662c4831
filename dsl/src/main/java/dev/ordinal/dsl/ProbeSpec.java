package dev.ordinal.dsl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A question that the kubelet asks a container again and again. As {@code ready} it decides whether the pod gets traffic and
 * whether a roll-out goes on; as {@code live} it restarts the container; as {@code startup} it holds both back. Durations
 * are rounded up to whole seconds.
 */
@Word
@Value.Immutable
public interface ProbeSpec extends WithProbeSpec {
    /** A command in the container; exit code 0 is success. */
    static ProbeSpec exec(String... command) {
        return of(new ProbeAction.Exec(List.of(command)));
    }

    /** An HTTP request to a port of the container; any status from 200 to 399 is success. */
    static ProbeSpec http(Port port, String path) {
        return of(new ProbeAction.HttpGet(port, path, false));
    }

    /** The same over TLS; the certificate is not checked. */
    static ProbeSpec https(Port port, String path) {
        return of(new ProbeAction.HttpGet(port, path, true));
    }

    /** A TCP connection to a port of the container; that it can be opened is success. */
    static ProbeSpec tcp(Port port) {
        return of(new ProbeAction.TcpConnect(port));
    }

    /** The gRPC health protocol on a port of the container. */
    static ProbeSpec grpc(Port port) {
        return of(new ProbeAction.GrpcHealth(port, ""));
    }

    /** The gRPC health protocol, for one service. */
    static ProbeSpec grpc(Port port, String service) {
        return of(new ProbeAction.GrpcHealth(port, service));
    }

    private static ProbeSpec of(ProbeAction action) {
        return ImmutableProbeSpec.of(action);
    }

    /** What is asked. */
    ProbeAction action();

    /** The time from start to the first question. Default: none, at once. */
    Optional<Duration> initialDelay();

    /** The time from one question to the next. Default: the API server's, 10 s. */
    Optional<Duration> period();

    /** How long an answer may take. Default: the API server's, 1 s. */
    Optional<Duration> timeout();

    /** How many failures in a row count. Default: the API server's, 3. */
    Optional<Integer> failures();

    /** How many successes in a row count after a failure. Default: the API server's, 1; live and startup allow only 1. */
    Optional<Integer> successes();

    /** The grace period when this probe restarts the container. Default: the pod's; not for ready probes. */
    Optional<Duration> grace();
}
