package dev.ordinal.presets.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/** A program called {@code kubectl} on the path of a shell, whose words and input come here. */
final class KubectlServer implements AutoCloseable {
    /** How a command ended, and the file that holds what it printed. */
    record Answer(int exit, Path output) {}

    private final HttpServer server;
    private final Path folder;
    private final BiFunction<List<String>, Path, Answer> commands;

    KubectlServer(Path folder, BiFunction<List<String>, Path, Answer> commands) {
        this.folder = folder;
        this.commands = commands;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(KubectlServer::daemon));
        server.createContext("/", this::answer);
        server.start();
        Disk.file(folder.resolve("bin/kubectl"), program().getBytes(StandardCharsets.UTF_8), 0755, 0);
    }

    /** The folder for the shell's path. */
    String path() {
        return folder.resolve("bin").toString();
    }

    /** It sends its input only where the command reads it, or it would take it from the lines that follow. */
    private String program() {
        return """
                #!/bin/sh
                input=
                case " $* " in *" -i "*) input=@- ;; esac
                answer=$(mktemp)
                exit=$(curl --silent --show-error --output "$answer" --write-out '%%header{exit}' --data-binary "$input" \\
                  --header "words: $(printf '%%s\\0' "$@" | base64 -w 0)" http://127.0.0.1:%d/) || exit=1
                cat "$answer"
                rm -f "$answer"
                exit "$exit"
                """
                .formatted(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path input = Files.createTempFile(folder, "input", "");
            Files.write(input, exchange.getRequestBody().readAllBytes());
            String words = new String(
                    Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst("words")), StandardCharsets.UTF_8);
            Answer answer = commands.apply(
                    Arrays.asList(words.substring(0, words.length() - 1).split("\0", -1)), input);
            byte[] output = Files.readAllBytes(answer.output());
            exchange.getResponseHeaders().set("exit", String.valueOf(answer.exit()));
            exchange.sendResponseHeaders(200, output.length == 0 ? -1 : output.length);
            exchange.getResponseBody().write(output);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "kubectl");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
