package dev.ordinal.presets.server;

import static dev.ordinal.presets.server.Commands.must;
import static dev.ordinal.presets.server.Commands.tryTo;

import java.util.concurrent.atomic.AtomicInteger;

/** A bridge on this machine and one network namespace per pod; like in a cluster, a new pod has a new address. */
final class Network implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int LAST_HOST = 250;
    /** Of the hardware, as far as there is any; administered locally, and for one host. */
    private static final String ADDRESS = "02:00:00:00:00:01";

    /** A pod's place in the network. */
    record Place(String namespace, String address) {}

    private final String bridge;
    private final String prefix;
    private final AtomicInteger pods = new AtomicInteger(1);

    Network() {
        int number = COUNT.getAndIncrement();
        long process = ProcessHandle.current().pid();
        bridge = nameFor(process, "b" + number);
        // Several processes test at once, each with one network after the other.
        prefix = "10." + (200 + (process / 250 + number) % 50) + "." + process % 250 + ".";
        // Else it goes by the lowest address of its ports, and changes it when that pod goes: answers of the others are
        // lost then.
        must("ip", "link", "add", bridge, "address", ADDRESS, "type", "bridge");
        must("ip", "address", "add", prefix + "1/24", "dev", bridge);
        must("ip", "link", "set", bridge, "up");
    }

    /** Starts with the process's own number, so that what a killed test left behind can be told and swept. */
    static String nameFor(long process, String rest) {
        return "or" + process + rest;
    }

    /** This machine's own address in it. */
    String gateway() {
        return prefix + "1";
    }

    Place join() {
        int number = pods.incrementAndGet();
        String address = prefix + (2 + number % (LAST_HOST - 2));
        String namespace = bridge + "p" + number;
        must("ip", "netns", "add", namespace);
        String outside = nameFor(ProcessHandle.current().pid(), "v" + COUNT.getAndIncrement());
        must("ip", "link", "add", outside, "type", "veth", "peer", "name", "eth0", "netns", namespace);
        must("ip", "link", "set", outside, "master", bridge, "up");
        must("ip", "-n", namespace, "address", "add", address + "/24", "dev", "eth0");
        must("ip", "-n", namespace, "link", "set", "eth0", "up");
        must("ip", "-n", namespace, "link", "set", "lo", "up");
        return new Place(namespace, address);
    }

    void leave(Place place) {
        tryTo("ip", "netns", "delete", place.namespace());
    }

    @Override
    public void close() {
        tryTo("ip", "link", "delete", bridge);
    }
}
