package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value together with the object that holds it and its path there. {@link #field} and {@link #each} take the step in
 * the value and in the path at once, so that no path is ever written by hand. A step from an absent value leads to an
 * absent value: rules need no null checks on the way.
 *
 * @param <T> the type of the value
 */
public final class Located<T> {
    private final ObjectRef object;
    private final String path;
    private final @Nullable T value;

    private Located(ObjectRef object, String path, @Nullable T value) {
        this.object = object;
        this.path = path;
        this.value = value;
    }

    /** The root of an object. */
    public static <T> Located<T> root(ObjectRef object, T value) {
        return new Located<>(object, "", value);
    }

    /** The object that holds the value. */
    public ObjectRef object() {
        return object;
    }

    /** The path as in the YAML, such as {@code spec.template.spec.containers[0].image}. */
    public String path() {
        return path;
    }

    /** Whether there is a value. */
    public boolean isPresent() {
        return value != null;
    }

    /** The value; a mistake of the caller, who should have asked {@link #isPresent}, if there is none. */
    public T get() {
        return Objects.requireNonNull(value, () -> "no value at " + object + " " + path);
    }

    /** The value, or what stands for it when it is left out, such as the API server's default. */
    public T or(T defaultValue) {
        return value == null ? defaultValue : value;
    }

    /** One step down: {@code set.field("spec", StatefulSet::getSpec)}. */
    public <U> Located<U> field(String name, Function<? super T, ? extends @Nullable U> getter) {
        return new Located<>(
                object, path.isEmpty() ? name : path + "." + name, value == null ? null : getter.apply(value));
    }

    /** The items of a list one step down, each with its index; nothing for an absent list. */
    public <U> Stream<Located<U>> each(String name, Function<? super T, ? extends @Nullable List<U>> getter) {
        Located<List<U>> list = field(name, getter);
        if (!list.isPresent()) {
            return Stream.empty();
        }
        List<U> items = list.get();
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i) != null)
                .mapToObj(i -> new Located<>(object, list.path + "[" + i + "]", items.get(i)));
    }

    /** The entries of a map one step down, each with its key in brackets; nothing for an absent map. */
    public <U> Stream<Located<Map.Entry<String, U>>> entries(
            String name, Function<? super T, ? extends @Nullable Map<String, U>> getter) {
        Located<Map<String, U>> map = field(name, getter);
        if (!map.isPresent()) {
            return Stream.empty();
        }
        return map.get().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> new Located<>(object, map.path + "[" + entry.getKey() + "]", entry));
    }

    /** The same place with another view of the value. */
    public <U> Located<U> map(Function<? super T, ? extends @Nullable U> view) {
        return new Located<>(object, path, value == null ? null : view.apply(value));
    }

    /** A finding here: the API server refuses it, or it cannot work. */
    public Diagnostic error(String rule, String found, String why, String fix) {
        return new Diagnostic(Severity.ERROR, rule, object, path, found, why, fix);
    }

    /** A finding here: it works until the first disturbance. */
    public Diagnostic warning(String rule, String found, String why, String fix) {
        return new Diagnostic(Severity.WARNING, rule, object, path, found, why, fix);
    }

    @Override
    public String toString() {
        return object + " " + path + " = " + value;
    }
}
