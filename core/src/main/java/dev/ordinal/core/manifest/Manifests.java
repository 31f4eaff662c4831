package dev.ordinal.core.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Many apps, each of which becomes a manifest of its own: made, judged and written one after the other, so that a hundred
 * thousand take no more memory than a few. Rules see one app at a time; what clashes between two apps shows in a {@link
 * Manifest} of both. Immutable; a stream that it was made of can be gone through once.
 *
 * <pre>{@code
 * Manifests.of(tenants.stream().map(this::database)).threads(2).writeTo(Path.of("target/manifests"));
 * }</pre>
 */
public final class Manifests {
    private final Iterable<? extends Renderable> apps;
    private final int threads;
    private final UnaryOperator<Manifest> view;

    private Manifests(Iterable<? extends Renderable> apps, int threads, UnaryOperator<Manifest> view) {
        this.apps = apps;
        this.threads = threads;
        this.view = view;
    }

    /** The manifests of these apps and presets, in this order; each app is asked for when its turn comes. */
    public static Manifests of(Iterable<? extends Renderable> apps) {
        return new Manifests(apps, 1, UnaryOperator.identity());
    }

    /** The manifests of these apps and presets, in this order; each app is asked for when its turn comes. */
    public static Manifests of(Stream<? extends Renderable> apps) {
        Iterator<Renderable> once = apps.<Renderable>map(app -> app).iterator();
        return of(() -> once);
    }

    /**
     * The same on so many threads, in the same order.
     *
     * @param threads 1 unless this is called
     * @throws IllegalArgumentException if it is not positive
     */
    public Manifests threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + threads);
        }
        return new Manifests(apps, threads, view);
    }

    /** The same with each manifest seen so: {@code each(m -> m.forKubernetes("1.33"))}. */
    public Manifests each(UnaryOperator<Manifest> change) {
        return new Manifests(apps, threads, manifest -> change.apply(view.apply(manifest)));
    }

    /** Hands over each manifest in order, with errors or without. */
    public void forEach(Consumer<Manifest> sink) {
        run(Function.identity(), sink);
    }

    /**
     * Appends everything as one text, with a line {@code ---} between each two documents.
     *
     * @return how many apps were written
     * @throws InvalidManifestException at the first app with errors; those before it are written then
     * @throws UncheckedIOException if {@code out} cannot be written
     */
    public long writeTo(Appendable out) {
        long[] written = {0};
        run(Manifest::yaml, text -> append(out, written[0]++ == 0 ? "" : "---\n", text));
        return written[0];
    }

    /**
     * Writes one file an app, named after its StatefulSet or else its first object.
     *
     * @return how many files were written
     * @throws InvalidManifestException at the first app with errors; those before it are written then
     * @throws UncheckedIOException if the directory cannot be written
     */
    public long writeTo(Path directory) {
        AppFiles files = new AppFiles(directory);
        run(AppFiles.Text::of, files::write);
        return files.count();
    }

    private <T> void run(Function<Manifest, T> work, Consumer<T> sink) {
        Function<Renderable, T> whole = app -> work.apply(view.apply(Manifest.of(app)));
        if (threads == 1) {
            apps.forEach(app -> sink.accept(whole.apply(app)));
        } else {
            InOrder.run(threads, apps, whole, sink);
        }
    }

    private static void append(Appendable out, String separator, String text) {
        try {
            out.append(separator).append(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the manifests: " + e.getMessage(), e);
        }
    }
}
