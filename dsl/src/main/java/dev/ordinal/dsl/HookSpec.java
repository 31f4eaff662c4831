package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/** What a container does right after it starts, or before it is stopped. */
public sealed interface HookSpec {
    /** A command in the container. */
    static HookSpec exec(String... command) {
        return new Exec(List.of(command));
    }

    /** An HTTP request to a port of the container. */
    static HookSpec http(Port port, String path) {
        return new HttpGet(port, path);
    }

    /** A pause, rounded up to whole seconds, without a shell in the image. GA since Kubernetes 1.34, on by default since 1.30. */
    static HookSpec sleep(Duration pause) {
        return new Sleep(pause);
    }

    /** A command. */
    record Exec(List<String> command) implements HookSpec {
        /** Keeps its own copy. */
        public Exec {
            requireNonNull(command, "command");
            command = List.copyOf(command);
        }
    }

    /** A request. */
    record HttpGet(Port port, String path) implements HookSpec {
        /** Refuses null. */
        public HttpGet {
            requireNonNull(port, "port");
            requireNonNull(path, "path");
        }
    }

    /** A pause. */
    record Sleep(Duration pause) implements HookSpec {
        /** Refuses null. */
        public Sleep {
            requireNonNull(pause, "pause");
        }
    }
}
