package dev.ordinal.core.manifest;

import dev.ordinal.core.yaml.Document;
import dev.ordinal.core.yaml.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A manifest as files, whole or not at all: all texts are written beside their targets first and moved into place when
 * nothing can fail any more but the moves themselves.
 */
final class ManifestFiles {
    private static final String INDEX = "kustomization.yaml";
    private static final String INDEX_HEAD =
            """
            # Written by Ordinal: the files of this manifest in apply order.
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            """;

    private ManifestFiles() {}

    static List<Path> write(List<Document> documents, Path directory) {
        Map<String, String> texts = texts(documents);
        StringBuilder index = new StringBuilder(INDEX_HEAD);
        texts.keySet().stream()
                .sorted()
                .forEach(name -> index.append("  - ").append(name).append('\n'));
        try {
            Files.createDirectories(directory);
            Set<String> stale = listed(directory.resolve(INDEX));
            stale.removeAll(texts.keySet());
            Map<String, String> all = new LinkedHashMap<>(texts);
            all.put(INDEX, index.toString());
            List<Path> written = writeAll(directory, all);
            for (String name : stale) {
                Files.deleteIfExists(directory.resolve(name));
            }
            return written.stream().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the manifest to " + directory + ": " + e.getMessage(), e);
        }
    }

    static Path writeOne(String text, Path file) {
        Path target = file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null) {
            throw new IllegalArgumentException(file + " is a directory; name a file in it");
        }
        try {
            Files.createDirectories(directory);
            return writeAll(directory, Map.of(target.getFileName().toString(), text))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the manifest to " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> writeAll(Path directory, Map<String, String> texts) throws IOException {
        Map<Path, Path> moves = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path temporary = Files.createTempFile(directory, ".ordinal-", ".tmp");
                moves.put(temporary, directory.resolve(text.getKey()));
                Files.writeString(temporary, text.getValue());
            }
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                Files.move(move.getKey(), move.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (Path temporary : moves.keySet()) {
                Files.deleteIfExists(temporary);
            }
        }
        return new ArrayList<>(moves.values());
    }

    /** The files of the manifest that was here before, as far as its index is one of ours. */
    private static Set<String> listed(Path index) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        if (Files.exists(index) && Files.readString(index).startsWith(INDEX_HEAD)) {
            Files.readString(index)
                    .substring(INDEX_HEAD.length())
                    .lines()
                    .filter(line -> line.startsWith("  - ") && !line.contains("/"))
                    .forEach(line -> names.add(line.substring(4)));
        }
        return names;
    }

    private static Map<String, String> texts(List<Document> documents) {
        boolean manyNamespaces = documents.stream()
                        .map(document -> String.valueOf(document.ref().namespace()))
                        .distinct()
                        .count()
                > 1;
        Map<String, String> texts = new LinkedHashMap<>();
        for (Document document : documents) {
            String name = name(document, manyNamespaces);
            String unique = name + ".yaml";
            for (int again = 2; texts.containsKey(unique); again++) {
                unique = name + "-" + again + ".yaml";
            }
            texts.put(unique, YamlWriter.write(document.tree()));
        }
        return texts;
    }

    private static String name(Document document, boolean withNamespace) {
        String kind = document.ref().kind();
        String namespace = withNamespace && document.ref().namespace() != null
                ? document.ref().namespace() + "."
                : "";
        String name = kind + "-" + namespace + document.ref().name();
        return String.format("%02d-", ApplyOrder.rank(kind)) + asFileName(name);
    }

    static String asFileName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
    }
}
