package dev.ordinal.presets.server;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the manifest's own probes with the manifest's own timing, as a kubelet does. */
final class Probes {
    private final RunningContainer running;
    private final Container container;
    private final String address;
    private final Consumer<Boolean> onReadiness;
    private final Runnable onFailure;

    Probes(
            RunningContainer running,
            Container container,
            String address,
            Consumer<Boolean> onReadiness,
            Runnable onFailure) {
        this.running = running;
        this.container = container;
        this.address = address;
        this.onReadiness = onReadiness;
        this.onFailure = onFailure;
    }

    void begin() {
        if (container.getStartupProbe() == null) {
            started();
        } else {
            Watch startup = new Watch(container.getStartupProbe(), true);
            startup.watch(this::started, onFailure);
        }
    }

    private void started() {
        if (container.getLivenessProbe() != null) {
            new Watch(container.getLivenessProbe(), false).watch(() -> {}, onFailure);
        }
        if (container.getReadinessProbe() == null) {
            onReadiness.accept(true);
        } else {
            new Watch(container.getReadinessProbe(), false)
                    .watch(() -> onReadiness.accept(true), () -> onReadiness.accept(false));
        }
    }

    /** Asks once; for tests that want to know what a probe says at this moment. */
    static boolean answers(RunningContainer running, Container container, Probe probe, String address) {
        Duration limit = Duration.ofSeconds(or(probe.getTimeoutSeconds(), 1));
        if (probe.getExec() != null) {
            return running.exec(limit, probe.getExec().getCommand()).ok();
        } else if (probe.getTcpSocket() != null) {
            return connects(address, port(container, probe.getTcpSocket().getPort()), limit);
        } else if (probe.getHttpGet() != null) {
            var get = probe.getHttpGet();
            return gets("http://" + address + ":" + port(container, get.getPort()) + get.getPath(), limit);
        }
        throw new UnsupportedOperationException("no such probe here: " + probe);
    }

    private static int port(Container container, IntOrString wanted) {
        return wanted.getStrVal() == null
                ? wanted.getIntVal()
                : container.getPorts().stream()
                        .filter(port -> wanted.getStrVal().equals(port.getName()))
                        .findFirst()
                        .orElseThrow()
                        .getContainerPort();
    }

    private static boolean connects(String address, int port, Duration limit) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int) limit.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean gets(String url, Duration limit) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout((int) limit.toMillis());
            connection.setReadTimeout((int) limit.toMillis());
            int status = connection.getResponseCode();
            return status >= 200 && status < 400;
        } catch (IOException e) {
            return false;
        }
    }

    private static int or(Integer written, int otherwise) {
        return Optional.ofNullable(written).orElse(otherwise);
    }

    /** One probe over time. */
    private final class Watch {
        private final Probe probe;
        private final boolean once;

        Watch(Probe probe, boolean once) {
            this.probe = probe;
            this.once = once;
        }

        void watch(Runnable good, Runnable bad) {
            Thread thread = new Thread(() -> loop(good, bad), "probe of " + container.getName());
            thread.setDaemon(true);
            thread.start();
        }

        private void loop(Runnable good, Runnable bad) {
            int successes = 0;
            int failures = 0;
            sleep(or(probe.getInitialDelaySeconds(), 0));
            while (running.alive()) {
                boolean answer = answers(running, container, probe, address);
                successes = answer ? successes + 1 : 0;
                failures = answer ? 0 : failures + 1;
                if (successes >= or(probe.getSuccessThreshold(), 1)) {
                    good.run();
                    if (once) {
                        return;
                    }
                } else if (failures >= or(probe.getFailureThreshold(), 3) && running.alive()) {
                    bad.run();
                }
                sleep(or(probe.getPeriodSeconds(), 10));
            }
        }

        private void sleep(int seconds) {
            try {
                Thread.sleep(seconds * 1000L);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
