package dev.ordinal.dsl;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Configuration and scripts of the app: a ConfigMap named {@code <app>-<name>}. A change of content changes a checksum in
 * the pod template, so the pods are rolled.
 */
@Word
@Value.Immutable
public non-sealed interface FilesVolume extends VolumeSpec, EnvBundle, WithFilesVolume {
    @Override
    String name();

    /** The files by name, in order. */
    Map<String, String> files();

    /** The mode of the files, such as {@code 0755} for scripts. Default: the API server's, {@code 0644}. */
    Optional<Integer> mode();

    /** Whether a change of content rolls the pods. Default: yes. If not, the kubelet brings the change within a minute or so. */
    @Value.Default
    default boolean rollsPods() {
        return true;
    }

    /** One more file. */
    default FilesVolume file(String fileName, String content) {
        return files(Append.to(files(), fileName, content));
    }

    /** The files can be executed by all: mode {@code 0755}. */
    default FilesVolume executable() {
        return mode(0755);
    }

    /** One file as the value of an environment variable. */
    default EnvSource key(String fileName) {
        return new EnvSource.FileKey(this, fileName);
    }
}
