package dev.ordinal.dsl;

import java.util.Map;
import org.immutables.value.Value;

/** Facts about the pod as files, kept up to date. */
@Word
@Value.Immutable
public non-sealed interface DownwardVolume extends VolumeSpec, WithDownwardVolume {
    @Override
    String name();

    /** The facts by the file that shows them, in order. */
    Map<String, PodField> fields();

    /** One more fact as a file. */
    default DownwardVolume field(String path, PodField field) {
        return fields(Append.to(fields(), path, field));
    }
}
