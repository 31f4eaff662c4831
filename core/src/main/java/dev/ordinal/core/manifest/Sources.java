package dev.ordinal.core.manifest;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.yaml.Document;
import dev.ordinal.core.yaml.Reading;
import dev.ordinal.core.yaml.StrictReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads files, and the YAML and JSON files of directories, in the order in which kubectl would. */
final class Sources {
    private final List<Document> documents = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Sources() {}

    static Reading read(List<Path> paths) {
        Sources sources = new Sources();
        paths.forEach(sources::read);
        return new Reading(sources.documents, sources.diagnostics);
    }

    private void read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                filesOf(path).forEach(this::readFile);
            } else {
                readFile(path);
            }
        } catch (IOException e) {
            diagnostics.add(unreadable(path, e));
        }
    }

    private static List<Path> filesOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(Sources::holdsObjects)
                    .sorted()
                    .toList();
        }
    }

    /** An index for kustomize names files of objects and is none itself. */
    private static boolean holdsObjects(Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
                && !name.equals("kustomization.yaml")
                && !name.equals("kustomization.yml");
    }

    private void readFile(Path file) {
        try {
            Reading reading = StrictReader.read(Files.readAllBytes(file), file.toString());
            documents.addAll(reading.documents());
            diagnostics.addAll(reading.diagnostics());
        } catch (IOException | OutOfMemoryError e) {
            diagnostics.add(unreadable(file, e));
        }
    }

    private static Diagnostic unreadable(Path path, Throwable problem) {
        return new Diagnostic(
                Severity.ERROR,
                "FileIsReadable",
                ObjectRef.of("File", null, path.toString()),
                "",
                Files.exists(path) ? problem.toString() : "no such file",
                "nothing of it is in the manifest",
                "name a file or a directory that exists and can be read");
    }
}
