package dev.ordinal.core.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one class of the fabric8 model, in the order in which people expect to read them. Made once a class, from
 * its declared fields: this is all the reflection that Ordinal does, and it takes the place of a databind library's.
 */
final class PropertyTable {
    private static final ClassValue<PropertyTable> TABLES = new ClassValue<>() {
        @Override
        protected PropertyTable computeValue(Class<?> type) {
            return new PropertyTable(type);
        }
    };
    private static final String EXTRAS = "additionalProperties";
    private static final String MODEL = "io.fabric8.kubernetes.api.model.";
    /** The classes of the model that name a field otherwise than the YAML, or have one that is not in it. */
    private static final Set<String> OTHERWISE = Set.of("DaemonEndpoint", "MicroTime", "Duration");

    /** An array, because nearly all time of a walk goes into asking one field after the other. */
    private final Property[] properties;

    private final Map<String, Property> byName = new HashMap<>();
    private final Constructor<?> constructor;
    private final @Nullable Field extras;

    /** One field: its name in the YAML, what may stand there, and the way to it. */
    static final class Property implements Comparable<Property> {
        private final String name;
        private final TextForm form;
        private final boolean served;
        private final Class<?> type;
        private final boolean many;
        private final Field field;
        /** Made when it is asked for: most fields are never written, and a generic type takes long to read. */
        private @Nullable Shape shape;

        Property(Class<?> owner, Field field, String name) {
            this.name = name;
            this.form = TextForm.of(owner, name);
            this.served = Served.knows(owner, name);
            this.type = field.getType();
            this.many = !type.getName().startsWith(MODEL) && !Modifier.isFinal(type.getModifiers());
            this.field = field;
        }

        String name() {
            return name;
        }

        /** In the order in which people write fields. */
        @Override
        public int compareTo(Property other) {
            return FieldOrder.compare(name, other.name);
        }

        Shape shape() {
            Shape known = shape;
            if (known == null) {
                known = Shape.of(field);
                shape = known;
            }
            return known;
        }

        /** What its texts are decoded to. */
        TextForm form() {
            return form;
        }

        /** Whether that is one of the empty lists and maps that the model puts where nothing is written. */
        boolean isEmpty(Object value) {
            // The field says what it holds; whether an object is a list takes longer to ask.
            if (type == List.class) {
                return ((List<?>) value).isEmpty();
            } else if (type == Map.class) {
                return ((Map<?, ?>) value).isEmpty();
            }
            return many && isEmptyCollection(value);
        }

        private static boolean isEmptyCollection(Object value) {
            return (value instanceof List<?> list && list.isEmpty())
                    || (value instanceof Map<?, ?> map && map.isEmpty());
        }

        /** Whether the API server knows it, as the model does. */
        boolean served() {
            return served;
        }

        @Nullable
        Object get(Object model) {
            return read(field, model);
        }

        void set(Object model, @Nullable Object value) {
            try {
                field.set(model, value);
            } catch (IllegalAccessException e) {
                throw unreachable(e);
            }
        }
    }

    private PropertyTable(Class<?> type) {
        Field others = null;
        List<Property> known = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            String name = name(type, field);
            if (name.equals(EXTRAS)) {
                others = field;
                others.setAccessible(true);
            } else if (!name.isEmpty()) {
                // Read past its accessor, which does nothing else: finding those costs more than all the rest of a
                // start.
                field.setAccessible(true);
                known.add(new Property(type, field, name));
            }
        }
        extras = others;
        Collections.sort(known);
        properties = known.toArray(new Property[0]);
        for (Property property : properties) {
            byName.put(property.name(), property);
        }
        try {
            constructor = type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw unreachable(e);
        }
    }

    /** The name in the YAML; empty for what is not in it. Annotations cost more to read than all the rest of a class. */
    private static String name(Class<?> type, Field field) {
        if (Modifier.isStatic(field.getModifiers())) {
            return "";
        } else if (type.getName().startsWith(MODEL) && !OTHERWISE.contains(type.getSimpleName())) {
            // A field named after a word of Java, such as default, has an underscore in front.
            return field.getName().startsWith("_") ? field.getName().substring(1) : field.getName();
        }
        JsonProperty json = field.getAnnotation(JsonProperty.class);
        String written = json == null || json.value().isEmpty() ? field.getName() : json.value();
        return json == null && !written.equals(EXTRAS) ? "" : written;
    }

    static PropertyTable of(Class<?> model) {
        return TABLES.get(model);
    }

    /** The fields in reading order. */
    Property[] properties() {
        return properties;
    }

    /** The field of that name in the YAML, or null if the model knows none. */
    @Nullable
    Property property(String name) {
        return byName.get(name);
    }

    Object newInstance() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw unreachable(e);
        }
    }

    /** Fields that the model does not know, as somebody put them there. */
    @SuppressWarnings("unchecked") // the only field of that name is declared so, everywhere in the model
    Map<String, Object> extras(Object model) {
        Map<String, Object> map = extras == null ? null : (Map<String, Object>) read(extras, model);
        return map == null ? Map.of() : map;
    }

    void setExtra(Object model, String name, @Nullable Object value) {
        @SuppressWarnings("unchecked") // see above
        Map<String, @Nullable Object> map = extras == null ? null : (Map<String, @Nullable Object>) read(extras, model);
        if (map != null) {
            map.put(name, value);
        }
    }

    private static @Nullable Object read(Field field, Object model) {
        try {
            return field.get(model);
        } catch (IllegalAccessException e) {
            throw unreachable(e);
        }
    }

    private static IllegalStateException unreachable(ReflectiveOperationException e) {
        return new IllegalStateException("The model class is not what this version of the table was made for", e);
    }
}
