package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ConfigMap for each set of files, and the checksum by which a change of content rolls the pods. */
final class FilesRenderer {
    static final String CHECKSUM = "ordinal.dev/config-checksum";

    /** Tells whoever compares two manifests that new content is not meant to replace pods. */
    private static final Map<String, String> READ_AT_START = Map.of("ordinal.dev/rolls-pods", "false");

    private FilesRenderer() {}

    static List<ConfigMap> render(StatefulApp app) {
        Set<FilesVolume> all = Volumes.filesOf(app);
        for (JobSpec job : app.jobs()) {
            all.addAll(Volumes.filesOf(job));
        }
        List<ConfigMap> maps = new ArrayList<>(all.size());
        for (FilesVolume files : all) {
            maps.add(configMap(app, files));
        }
        return maps;
    }

    private static ConfigMap configMap(StatefulApp app, FilesVolume files) {
        ConfigMap map = new ConfigMap();
        map.setMetadata(Meta.of(app, Names.files(app, files), files.rollsPods() ? Map.of() : READ_AT_START));
        map.setData(files.files());
        return map;
    }

    /**
     * Half of a SHA-256 over names and contents of the members' files: enough to tell two configurations apart, short enough
     * to read. A job starts anew each time, so its files roll nothing.
     */
    static Optional<String> checksum(StatefulApp app) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (FilesVolume files : Volumes.filesOf(app)) {
            if (files.rollsPods()) {
                add(bytes, files.name());
                for (Map.Entry<String, String> file : files.files().entrySet()) {
                    add(bytes, file.getKey());
                    add(bytes, file.getValue());
                }
            }
        }
        return bytes.size() == 0
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(Sha256.of(bytes.toByteArray()), 0, 16));
    }

    /** Each text with its length, so that no two lists of texts give the same bytes. */
    private static void add(ByteArrayOutputStream all, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        all.writeBytes((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(bytes);
    }
}
