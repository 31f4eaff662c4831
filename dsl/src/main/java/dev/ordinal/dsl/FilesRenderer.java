package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A ConfigMap for each set of files, and the checksum by which a change of content rolls the pods. */
final class FilesRenderer {
    static final String CHECKSUM = "ordinal.dev/config-checksum";

    /** Tells whoever compares two manifests that new content is not meant to replace pods. */
    private static final Map<String, String> READ_AT_START = Map.of("ordinal.dev/rolls-pods", "false");

    private FilesRenderer() {}

    static List<ConfigMap> render(StatefulApp app) {
        return Stream.concat(files(app), app.jobs().stream().flatMap(FilesRenderer::ofJob))
                .distinct()
                .map(files -> configMap(app, files))
                .toList();
    }

    private static ConfigMap configMap(StatefulApp app, FilesVolume files) {
        ConfigMap map = new ConfigMap();
        map.setMetadata(Meta.of(app, Names.files(app, files), files.rollsPods() ? Map.of() : READ_AT_START));
        map.setData(files.files());
        return map;
    }

    /** Those of the members; a job starts anew each time, so its files roll nothing. */
    private static Stream<FilesVolume> files(StatefulApp app) {
        return files(Stream.of(app.initContainers(), app.sidecars(), app.containers())
                .flatMap(List::stream)
                .toList());
    }

    private static Stream<FilesVolume> ofJob(JobSpec job) {
        return files(Stream.of(job.initContainers(), job.containers())
                .flatMap(List::stream)
                .toList());
    }

    private static Stream<FilesVolume> files(List<ContainerSpec> containers) {
        Stream<FilesVolume> mounted = containers.stream()
                .flatMap(Volumes::of)
                .filter(FilesVolume.class::isInstance)
                .map(FilesVolume.class::cast);
        Stream<FilesVolume> read = containers.stream().flatMap(Volumes::readAsEnvironment);
        return Stream.concat(mounted, read).distinct();
    }

    /** Half of a SHA-256 over names and contents: enough to tell two configurations apart, short enough to read. */
    static Optional<String> checksum(StatefulApp app) {
        List<FilesVolume> rolling = files(app).filter(FilesVolume::rollsPods).toList();
        if (rolling.isEmpty()) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        rolling.forEach(files -> {
            add(digest, files.name());
            files.files().forEach((name, content) -> {
                add(digest, name);
                add(digest, content);
            });
        });
        return Optional.of(HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    /** Each text with its length, so that no two lists of texts give the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256", e);
        }
    }
}
