package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a preset knows about changing what it has made. There is one for each preset, listed for {@link
 * java.util.ServiceLoader}, so that two files are judged as the preset's own values would be.
 */
public interface PresetChanges {
    /** The preset's name, as in {@link Facts#preset}. */
    String preset();

    /** What is to be said against the change; it must not throw, whatever the objects are. */
    Stream<Diagnostic> check(PresetChange change);

    /** What is to be done before the wanted manifest is applied, such as to let a member leave. Default: nothing. */
    default List<Step> before(PresetChange change) {
        return List.of();
    }

    /** What is to be done after it was applied and the pods are ready. Default: nothing. */
    default List<Step> after(PresetChange change) {
        return List.of();
    }
}
