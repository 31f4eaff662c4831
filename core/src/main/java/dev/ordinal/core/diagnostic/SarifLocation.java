package dev.ordinal.core.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a finding is: in the text, as far as one was read, and in the object. */
final class SarifLocation {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private SarifLocation() {}

    static Map<String, @Nullable Object> of(Diagnostic diagnostic) {
        Map<String, @Nullable Object> location = new LinkedHashMap<>();
        diagnostic.position().ifPresent(position -> location.put("physicalLocation", physical(position)));
        location.put("logicalLocations", List.of(logical(diagnostic)));
        return location;
    }

    private static Map<String, @Nullable Object> physical(Position position) {
        Map<String, @Nullable Object> region = new LinkedHashMap<>();
        region.put("startLine", position.line());
        region.put("startColumn", position.column());
        Map<String, @Nullable Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", Map.of("uri", uri(position.source())));
        physical.put("region", region);
        return physical;
    }

    private static Map<String, @Nullable Object> logical(Diagnostic diagnostic) {
        String path = diagnostic.path();
        Map<String, @Nullable Object> logical = new LinkedHashMap<>();
        logical.put("name", path.isEmpty() ? diagnostic.object().name() : path.substring(path.lastIndexOf('.') + 1));
        logical.put(
                "fullyQualifiedName",
                path.isEmpty() ? diagnostic.object().toString() : diagnostic.object() + " " + path);
        logical.put("kind", path.isEmpty() ? "object" : "property");
        return logical;
    }

    /** A relative path stays relative: whoever reads the log knows the folder, and it may be another machine's. */
    static String uri(String source) {
        boolean drive = source.matches("[A-Za-z]:[\\\\/].*");
        String path = drive || source.startsWith("\\\\") ? source.replace('\\', '/') : source;
        if (drive) {
            return "file:///" + path.charAt(0) + ":" + encoded(path.substring(2));
        }
        return (path.startsWith("//") ? "file:" : path.startsWith("/") ? "file://" : "") + encoded(path);
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
                uri.append((char) b);
            } else {
                uri.append(String.format("%%%02X", b & 0xFF));
            }
        }
        return uri.toString();
    }
}
