package dev.ordinal.presets.server;

import io.fabric8.kubernetes.api.model.PodSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the pods of one cluster share: a folder, the container runtime's state, the network, the images and the API. */
record Host(Path folder, Network network, Map<String, Image> images, Supplier<Api> api, AtomicInteger count) {
    Host(Path folder, Network network, Map<String, Image> images, Supplier<Api> api) {
        this(folder, network, images, api, new AtomicInteger());
    }

    /** A name that nothing else on this machine has: the runtime's groups of processes bear it. */
    String unique(String name) {
        return Network.nameFor(ProcessHandle.current().pid(), "-" + folder.getFileName() + "-" + name + "-")
                + count.incrementAndGet();
    }

    Path runtime() {
        return folder.resolve("runc");
    }

    /** Whether a pod may use the API, and so gets a token. */
    static boolean hasAccount(PodSpec pod) {
        return Boolean.TRUE.equals(pod.getAutomountServiceAccountToken());
    }

    Path log(String pod, String container) {
        return Disk.folder(folder.resolve("logs"), 0755, 0).resolve(pod + "." + container + ".log");
    }

    Path claim(String name) {
        return folder.resolve("claims").resolve(name);
    }

    Image image(String name) {
        Image image = images.get(name);
        if (image == null) {
            throw new IllegalStateException("ErrImagePull: the test has no image " + name);
        }
        return image;
    }
}
