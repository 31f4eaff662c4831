package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value together with the object that holds it and its path there. {@link #field} and {@link #each} take the step in
 * the value and in the path at once, so that no path is ever written by hand. A step from an absent value leads to an
 * absent value: rules need no null checks on the way.
 *
 * @param <T> the type of the value
 */
public sealed class Located<T> permits PodContainer {
    private static final int NO_INDEX = -1;

    private final ObjectRef object;
    private final @Nullable Located<?> parent;
    private final String step;
    private final int index;
    private final @Nullable T value;

    /** The path is spelled on demand: rules take thousands of steps, and few of them lead to a finding. */
    Located(ObjectRef object, @Nullable Located<?> parent, String step, int index, @Nullable T value) {
        this.object = object;
        this.parent = parent;
        this.step = step;
        this.index = index;
        this.value = value;
    }

    /** The root of an object. */
    public static <T> Located<T> root(ObjectRef object, T value) {
        return new Located<>(object, null, "", NO_INDEX, value);
    }

    /** The object that holds the value. */
    public ObjectRef object() {
        return object;
    }

    /** The path as in the YAML, such as {@code spec.template.spec.containers[0].image}. */
    public String path() {
        if (parent == null) {
            return step;
        }
        String above = parent.path();
        if (index >= 0) {
            return above + "[" + index + "]";
        }
        return above.isEmpty() || step.startsWith("[") ? above + step : above + "." + step;
    }

    /** Whether there is a value. */
    public boolean isPresent() {
        return value != null;
    }

    /** The value; a mistake of the caller, who should have asked {@link #isPresent}, if there is none. */
    public T get() {
        if (value == null) {
            throw new NullPointerException("no value at " + object + " " + path());
        }
        return value;
    }

    /** The value, or what stands for it when it is left out, such as the API server's default. */
    public T or(T defaultValue) {
        return value == null ? defaultValue : value;
    }

    /** One step down: {@code set.field("spec", StatefulSet::getSpec)}. */
    public <U> Located<U> field(String name, Function<? super T, ? extends @Nullable U> getter) {
        return step(name, value == null ? null : getter.apply(value));
    }

    /** The same step to a value that is at hand: a getter would be linked at every start, and linking takes long. */
    public <U> Located<U> step(String name, @Nullable U below) {
        return new Located<>(object, this, name, NO_INDEX, below);
    }

    /** A value that stands beside this one. */
    public <U> Located<U> beside(String name, @Nullable U value) {
        return new Located<>(object, parent, name, NO_INDEX, value);
    }

    /** The items of a list one step down, each with its index; nothing for an absent list. */
    public <U> List<Located<U>> each(String name, Function<? super T, ? extends @Nullable List<U>> getter) {
        return items(name, value == null ? null : getter.apply(value));
    }

    /** The items of a list one step down that is at hand; see {@link #step}. */
    public <U> List<Located<U>> items(String name, @Nullable List<U> items) {
        if (items == null || items.isEmpty()) {
            return List.of();
        }
        Located<List<U>> list = new Located<>(object, this, name, NO_INDEX, items);
        List<Located<U>> located = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) != null) {
                located.add(new Located<>(object, list, "", i, items.get(i)));
            }
        }
        return List.copyOf(located);
    }

    /** The entries of a map one step down, each with its key in brackets; nothing for an absent map. */
    public <U> List<Located<Map.Entry<String, U>>> entries(
            String name, Function<? super T, ? extends @Nullable Map<String, U>> getter) {
        return entries(name, value == null ? null : getter.apply(value));
    }

    /** The entries of a map one step down that is at hand; see {@link #step}. */
    public <U> List<Located<Map.Entry<String, U>>> entries(String name, @Nullable Map<String, U> entries) {
        if (entries == null || entries.isEmpty()) {
            return List.of();
        }
        Located<Map<String, U>> map = new Located<>(object, this, name, NO_INDEX, entries);
        List<Located<Map.Entry<String, U>>> located = new ArrayList<>(entries.size());
        for (Map.Entry<String, U> entry : entries.entrySet()) {
            if (entry.getValue() != null) {
                located.add(new Located<>(object, map, "[" + entry.getKey() + "]", NO_INDEX, entry));
            }
        }
        return List.copyOf(located);
    }

    /** The same place with another view of the value. */
    public <U> Located<U> map(Function<? super T, ? extends @Nullable U> view) {
        return with(value == null ? null : view.apply(value));
    }

    /** The same place with another view of the value that is at hand. */
    public <U> Located<U> with(@Nullable U view) {
        return new Located<>(object, parent, step, index, view);
    }

    /** The same value as one of that class; absent if it is none. */
    public <U> Located<U> as(Class<U> kind) {
        return with(kind.isInstance(value) ? kind.cast(value) : null);
    }

    /** A finding here: the API server refuses it, or it cannot work. */
    public Diagnostic error(String rule, String found, String why, String fix) {
        return new Diagnostic(Severity.ERROR, rule, object, path(), found, why, fix);
    }

    /** A finding here: it works until the first disturbance. */
    public Diagnostic warning(String rule, String found, String why, String fix) {
        return new Diagnostic(Severity.WARNING, rule, object, path(), found, why, fix);
    }

    @Override
    public String toString() {
        return object + " " + path() + " = " + value;
    }
}
