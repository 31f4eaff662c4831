package dev.ordinal.core.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what was meant by a field that does not exist: another spelling, or the same field a few levels up or down. */
final class UnknownField {
    private static final int LEVELS_DOWN = 3;

    private UnknownField() {}

    /**
     * Reports it.
     *
     * @param owners the classes from the one that lacks the field up to the root
     */
    static void report(Faults faults, String path, Node.Entry entry, Deque<Class<?>> owners) {
        faults.add(
                "KnownField",
                path,
                entry,
                "the field " + Quoted.of(entry.name()),
                "Kubernetes 1.36 knows no field of that name here, and the API server refuses the object",
                fix(faults, path, entry.name(), owners));
    }

    private static String fix(Faults faults, String path, String name, Deque<Class<?>> owners) {
        Class<?> owner = owners.peek();
        String parent = path.substring(0, Math.max(0, path.length() - name.length() - 1));
        if (owner == null || PropertyTable.of(owner).property(name) != null) {
            return "remove it until the cluster runs a later version of Kubernetes";
        }
        Optional<String> similar = Similar.to(name, names(owner));
        if (similar.isPresent() && Similar.distance(similar.get(), name) <= 1) {
            return "rename it to " + Quoted.of(similar.get());
        }
        return above(owners, name, parent)
                .or(() -> below(owner, name, parent))
                .or(() -> similar.map(other -> "rename it to " + Quoted.of(other)))
                .orElseGet(() -> "remove it; the fields that exist are listed by: kubectl explain "
                        + explained(faults.object().kind(), parent));
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(PropertyTable.of(type).properties())
                .map(PropertyTable.Property::name)
                .filter(name -> Served.knows(type, name))
                .toList();
    }

    private static boolean has(Class<?> type, String name) {
        return PropertyTable.of(type).property(name) != null && Served.knows(type, name);
    }

    private static Optional<String> above(Deque<Class<?>> owners, String name, String parent) {
        String place = parent;
        boolean first = true;
        for (Class<?> owner : owners) {
            if (!first && has(owner, name)) {
                return Optional.of("move it up to " + (place.isEmpty() ? name : place + "." + name));
            }
            first = false;
            place = withoutLast(place);
        }
        return Optional.empty();
    }

    /** One step of the classes may be two of the path: a field and an index. */
    private static String withoutLast(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private record Place(Class<?> type, String path, int level) {}

    private static Optional<String> below(Class<?> owner, String name, String parent) {
        Deque<Place> places = new ArrayDeque<>(List.of(new Place(owner, parent, 0)));
        Set<Class<?>> seen = new HashSet<>(Set.of(owner));
        List<Place> found = new ArrayList<>();
        for (Place place = places.poll(); place != null; place = places.poll()) {
            boolean farther = !found.isEmpty() && place.level() > found.get(0).level();
            if (farther) {
                break;
            } else if (place.level() > 0 && has(place.type(), name)) {
                found.add(place);
            } else if (place.level() < LEVELS_DOWN) {
                below(place, seen, places);
            }
        }
        return found.size() == 1
                ? Optional.of("move it down to " + found.get(0).path() + "." + name)
                : Optional.empty();
    }

    private static void below(Place place, Set<Class<?>> seen, Deque<Place> places) {
        for (PropertyTable.Property property : PropertyTable.of(place.type()).properties()) {
            if (property.shape() instanceof Shape.ModelOf model
                    && !property.name().equals("status")
                    && seen.add(model.type())) {
                String path = place.path().isEmpty() ? property.name() : place.path() + "." + property.name();
                places.add(new Place(model.type(), path, place.level() + 1));
            }
        }
    }

    private static String explained(String kind, String path) {
        String fields = path.replaceAll("\\[[^\\]]*\\]", "");
        return kind.toLowerCase(Locale.ROOT) + (fields.isEmpty() ? "" : "." + fields);
    }
}
