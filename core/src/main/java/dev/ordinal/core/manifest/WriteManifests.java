package dev.ordinal.core.manifest;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The entry point for builds: makes the manifest that a class supplies, and writes it to a directory. Any build tool that can
 * start a Java program can use it:
 *
 * <pre>java -cp … dev.ordinal.core.manifest.WriteManifests com.example.Manifests target/manifests</pre>
 *
 * The class implements {@code Supplier<Manifest>} and has a public constructor without parameters.
 */
public final class WriteManifests {
    private static final int DONE = 0;
    private static final int HAS_ERRORS = 1;
    private static final int CANNOT_RUN = 2;

    private final ClassLoader loader;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A run that finds classes by this loader.
     *
     * @param out takes the names of the written files
     * @param err takes the report, and what went wrong
     */
    public WriteManifests(ClassLoader loader, PrintStream out, PrintStream err) {
        this.loader = loader;
        this.out = out;
        this.err = err;
    }

    /** Exits with 0 when all is written, 1 when the manifest has errors, 2 when it could not be made or written. */
    public static void main(String[] args) {
        ClassLoader loader = WriteManifests.class.getClassLoader();
        System.exit(new WriteManifests(loader, System.out, System.err).run(args));
    }

    /**
     * Makes and writes the manifest; never throws for what the class or the arguments are.
     *
     * @param args the name of the class, and the directory
     * @return the exit code, see {@link #main}
     */
    public int run(String... args) {
        if (args.length != 2) {
            return cannotRun("takes two arguments, a class and a directory, but was given " + args.length);
        }
        try {
            Class<?> source = Class.forName(args[0], true, loader);
            if (!Supplier.class.isAssignableFrom(source)) {
                return cannotRun(args[0] + " does not implement Supplier<Manifest>");
            }
            Object made = ((Supplier<?>) source.getConstructor().newInstance()).get();
            return made instanceof Manifest manifest
                    ? write(manifest, Path.of(args[1]))
                    : cannotRun(args[0] + ".get() gave back " + made + " instead of a Manifest");
        } catch (ClassNotFoundException e) {
            return cannotRun("there is no class " + args[0] + " on the class path");
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return cannotRun(args[0] + " needs a public constructor without parameters, and must be public itself");
        } catch (ReflectiveOperationException e) {
            return cannotRun(args[0] + " failed: " + e.getCause());
        } catch (RuntimeException | LinkageError e) {
            return cannotRun(args[0] + " failed: " + e);
        }
    }

    private int write(Manifest manifest, Path directory) {
        if (!manifest.report().isEmpty()) {
            err.print(manifest.report());
        }
        if (manifest.report().hasErrors()) {
            err.println("Nothing was written to " + directory + ".");
            return HAS_ERRORS;
        }
        try {
            manifest.writeTo(directory).forEach(out::println);
            return DONE;
        } catch (UncheckedIOException e) {
            return cannotRun(String.valueOf(e.getMessage()));
        }
    }

    private int cannotRun(String problem) {
        err.println("WriteManifests: " + problem);
        return CANNOT_RUN;
    }
}
