package dev.ordinal.presets.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * As much of the Kubernetes API as pods of a preset use: a patch of a pod's labels, over TLS, with the account's token, as
 * far as a Role of the manifest allows it.
 */
final class Api implements AutoCloseable {
    /** The name by which pods reach it. */
    static final String HOST = "kubernetes.default.svc";

    private static final Pattern POD = Pattern.compile("/api/v1/namespaces/([^/]+)/pods/([^/]+)");

    private final HttpsServer server;
    private final Path account;
    private final String token = "Bearer a-token-of-this-test";
    private final Supplier<ResourceGraph> graph;
    private final BiConsumer<String, Map<String, String>> relabel;

    Api(String address, Path folder, Supplier<ResourceGraph> graph, BiConsumer<String, Map<String, String>> relabel) {
        this.graph = graph;
        this.relabel = relabel;
        this.account = folder;
        try {
            server = HttpsServer.create(new InetSocketAddress(address, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(Own.CERTIFICATES.context()));
        server.createContext("/", this::answer);
        server.start();
    }

    /** The folder that a kubelet mounts for an account's token. */
    Path account(String namespace, int group) {
        file("token", token.substring("Bearer ".length()), group);
        file("namespace", namespace, group);
        file("ca.crt", Disk.text(Path.of(Own.CERTIFICATES.path("ca.crt"))), group);
        return account;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void file(String name, String text, int group) {
        Disk.file(account.resolve(name), text.getBytes(StandardCharsets.UTF_8), 0644, group);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        Matcher path = POD.matcher(exchange.getRequestURI().getPath());
        if (!token.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return 401;
        } else if (!path.matches() || !exchange.getRequestMethod().equals("PATCH")) {
            return 404;
        } else if (!mayPatch(path.group(2))) {
            return 403;
        }
        JsonNode labels = new ObjectMapper()
                .readTree(exchange.getRequestBody().readAllBytes())
                .path("metadata")
                .path("labels");
        labels.properties()
                .forEach(label -> relabel.accept(
                        path.group(2), Map.of(label.getKey(), label.getValue().asString())));
        return 200;
    }

    private boolean mayPatch(String pod) {
        return graph.get()
                .all(Role.class)
                .map(Located::get)
                .flatMap(role -> role.getRules().stream())
                .anyMatch(rule -> allows(rule, pod));
    }

    private static boolean allows(PolicyRule rule, String pod) {
        return rule.getResources().contains("pods")
                && rule.getVerbs().contains("patch")
                && (rule.getResourceNames().isEmpty() || rule.getResourceNames().contains(pod));
    }

    /** Made once, and only if a pod has an account. */
    private static final class Own {
        static final Certificates CERTIFICATES = new Certificates(HOST);
    }
}
