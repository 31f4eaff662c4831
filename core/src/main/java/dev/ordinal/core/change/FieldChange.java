package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * One field that differs once the server has filled in its defaults.
 *
 * @param object the object as it is wanted
 * @param path the path as in the YAML, such as {@code spec.template.spec.containers[0].image}; what is gone is counted as it runs
 * @param before the value that runs: a text, a number, a boolean, a list or a map; null where there is none
 * @param after the value that would run; null where there is none
 * @param effect what the change does in the cluster
 */
public record FieldChange(
        ObjectRef object, String path, @Nullable Object before, @Nullable Object after, Effect effect) {
    /** One line, in which long values are cut. */
    @Override
    public String toString() {
        return effect + " " + object + " " + path + ": " + Shown.inLine(before) + " -> " + Shown.inLine(after);
    }
}
