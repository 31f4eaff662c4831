package dev.ordinal.presets.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A real shell in which a person pastes the lines of a run book as they stand; only {@code kubectl} is not the real one, but
 * asks somebody of the test.
 */
public final class Shell implements AutoCloseable {
    private static final String KUBECTL =
            """
            #!/usr/bin/env bash
            exec 3<> /dev/tcp/127.0.0.1/%d
            for word in "$#" "$@"; do printf '%%s\\0' "$word" >&3; done
            read -r -u 3 exit
            cat <&3
            exit "$exit"
            """;

    private final ServerSocket socket;
    private final Function<List<String>, Commands.Result> kubectl;
    private final Path folder = Leftovers.newFolder("shell");

    /** With somebody who does what {@code kubectl} is told. */
    public Shell(Function<List<String>, Commands.Result> kubectl) {
        this.kubectl = kubectl;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] script = KUBECTL.formatted(socket.getLocalPort()).getBytes(StandardCharsets.UTF_8);
        Disk.file(folder.resolve("kubectl"), script, 0755, 0);
        Thread thread = new Thread(this::listen, "kubectl");
        thread.setDaemon(true);
        thread.start();
    }

    /** Types a line and waits for its end. */
    public Commands.Result type(String line, Duration limit) {
        return Commands.run(limit, List.of("bash", "-c", "PATH=" + folder + ":$PATH\n" + line));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket call = socket.accept();
                Thread thread = new Thread(() -> answer(call), "kubectl");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket call) {
        try (call;
                DataInputStream in = new DataInputStream(call.getInputStream());
                OutputStream out = call.getOutputStream()) {
            String[] words = new String[Integer.parseInt(word(in))];
            for (int i = 0; i < words.length; i++) {
                words[i] = word(in);
            }
            Commands.Result result = done(List.of(words));
            out.write((result.exit() + "\n" + result.output()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Commands.Result done(List<String> words) {
        try {
            return kubectl.apply(words);
        } catch (RuntimeException | AssertionError e) {
            return new Commands.Result(1, words + ": " + e + "\n");
        }
    }

    private static String word(DataInputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.readByte(); next != 0; next = in.readByte()) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
