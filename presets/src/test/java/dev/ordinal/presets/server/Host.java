package dev.ordinal.presets.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the pods of one cluster share: a folder, the container runtime's state, the network and the images. */
record Host(Path folder, Network network, Map<String, Image> images, AtomicInteger count) {
    Host(Path folder, Network network, Map<String, Image> images) {
        this(folder, network, images, new AtomicInteger());
    }

    /** A name that nothing else on this machine has: the runtime's groups of processes bear it. */
    String unique(String name) {
        return Network.nameFor(ProcessHandle.current().pid(), "-" + folder.getFileName() + "-" + name + "-")
                + count.incrementAndGet();
    }

    Path runtime() {
        return folder.resolve("runc");
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
