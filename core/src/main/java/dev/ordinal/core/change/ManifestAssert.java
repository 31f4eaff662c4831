package dev.ordinal.core.change;

import dev.ordinal.core.manifest.Manifest;
import java.nio.file.Path;

/**
 * Assertions for tests, with any test framework or none: what does not hold is an {@link AssertionError} with the report in
 * its message.
 *
 * <pre>{@code
 * assertThat(Manifest.of(orders)).isValid().isSafeUpdateFrom(Path.of("released/manifests"));
 * }</pre>
 */
public final class ManifestAssert {
    private final Manifest manifest;

    private ManifestAssert(Manifest manifest) {
        this.manifest = manifest;
    }

    /** What is to be said of a manifest. */
    public static ManifestAssert assertThat(Manifest manifest) {
        return new ManifestAssert(manifest);
    }

    /**
     * It has no errors.
     *
     * @throws AssertionError with the report if it has
     */
    public ManifestAssert isValid() {
        return holds(!manifest.report().hasErrors(), "The manifest has errors:\n\n" + manifest.report());
    }

    /**
     * It has no findings at all, but for those that are allowed.
     *
     * @throws AssertionError with the report if it has
     */
    public ManifestAssert hasNoFindings() {
        return holds(manifest.report().isEmpty(), "The manifest has findings:\n\n" + manifest.report());
    }

    /**
     * It can be applied over what was released in these files or folders: nothing of it is refused, and no rule about changes
     * has a finding that is not allowed. Pods may roll.
     *
     * @throws AssertionError with the report of the change, and the plan if there is one, otherwise
     */
    public ManifestAssert isSafeUpdateFrom(Path... filesOrDirectories) {
        return isSafeUpdateFrom(Manifest.read(filesOrDirectories));
    }

    /**
     * It can be applied over another manifest; see {@link #isSafeUpdateFrom(Path...)}.
     *
     * @throws AssertionError with the report of the change, and the plan if there is one, otherwise
     */
    public ManifestAssert isSafeUpdateFrom(Manifest released) {
        boolean readable = released.documents().stream()
                        .allMatch(document -> document.object().isPresent())
                && !released.documents().isEmpty();
        holds(readable, "What was released cannot be read:\n\n" + released.report());
        Change change = Change.between(released, manifest);
        String plan = change.plan().isEmpty()
                ? ""
                : "\nIt can be done in these steps:\n\n" + change.plan().text();
        return holds(change.report().isEmpty(), "The update is not safe:\n\n" + change.report() + plan);
    }

    private ManifestAssert holds(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
        return this;
    }
}
