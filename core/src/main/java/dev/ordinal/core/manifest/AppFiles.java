package dev.ordinal.core.manifest;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.yaml.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One file an app, each whole or not at all. */
final class AppFiles {
    private final Path directory;
    private final Map<String, Integer> timesOfName = new HashMap<>();
    private long count;

    /** The text of an app, and what its file is named after. */
    record Text(String name, String yaml) {
        static Text of(Manifest manifest) {
            List<ObjectRef> all =
                    manifest.documents().stream().map(Document::ref).toList();
            ObjectRef first = all.stream()
                    .filter(ref -> ref.kind().equals("StatefulSet"))
                    .findFirst()
                    .orElseGet(() -> all.isEmpty() ? ObjectRef.of("", null, "nothing") : all.get(0));
            String name = (first.namespace() == null ? "" : first.namespace() + ".") + first.name();
            return new Text(name.isEmpty() ? "unnamed" : ManifestFiles.asFileName(name), manifest.yaml());
        }
    }

    AppFiles(Path directory) {
        this.directory = directory;
    }

    long count() {
        return count;
    }

    void write(Text text) {
        int times = timesOfName.merge(text.name(), 1, Integer::sum);
        String name = times == 1 ? text.name() : text.name() + "-again-" + times;
        try {
            if (count++ == 0) {
                Files.createDirectories(directory);
            }
            Path temporary = directory.resolve("." + name + ".tmp");
            Files.writeString(temporary, text.yaml());
            Files.move(temporary, directory.resolve(name + ".yaml"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the manifests to " + directory + ": " + e.getMessage(), e);
        }
    }
}
