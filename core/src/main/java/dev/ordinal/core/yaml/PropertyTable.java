package dev.ordinal.core.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one class of the fabric8 model, in the order in which people expect to read them. Made once a class, from
 * its declared fields: this is all the reflection that Ordinal does, and it takes the place of a databind library's.
 */
final class PropertyTable {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();
    private static final ClassValue<PropertyTable> TABLES = new ClassValue<>() {
        @Override
        protected PropertyTable computeValue(Class<?> type) {
            return new PropertyTable(type);
        }
    };

    private final List<Property> properties = new ArrayList<>();
    private final Map<String, Property> byName = new HashMap<>();
    private final MethodHandle constructor;
    private final @Nullable MethodHandle extras;
    private final @Nullable MethodHandle extraSetter;

    /** One field: its name in the YAML, what may stand there, and the way to it. */
    record Property(String name, Shape shape, MethodHandle getter, MethodHandle setter) {
        @Nullable
        Object get(Object model) {
            try {
                return (Object) getter.invokeExact(model);
            } catch (Throwable e) {
                throw unreachable(e);
            }
        }

        void set(Object model, @Nullable Object value) {
            try {
                setter.invokeExact(model, value);
            } catch (Throwable e) {
                throw unreachable(e);
            }
        }
    }

    private PropertyTable(Class<?> type) {
        try {
            for (Field field : type.getDeclaredFields()) {
                JsonProperty json = field.getAnnotation(JsonProperty.class);
                if (json != null) {
                    String name = json.value().isEmpty() ? field.getName() : json.value();
                    properties.add(property(type, field, name));
                }
            }
            properties.sort(Comparator.comparing(Property::name, FieldOrder.COMPARATOR));
            properties.forEach(property -> byName.put(property.name(), property));
            constructor = LOOKUP.findConstructor(type, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Object.class));
            extras = extras(type);
            extraSetter = extras == null
                    ? null
                    : LOOKUP.findVirtual(
                                    type,
                                    "setAdditionalProperty",
                                    MethodType.methodType(void.class, String.class, Object.class))
                            .asType(MethodType.methodType(void.class, Object.class, String.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw unreachable(e);
        }
    }

    private static @Nullable MethodHandle extras(Class<?> type) throws IllegalAccessException {
        try {
            return LOOKUP.findVirtual(type, "getAdditionalProperties", MethodType.methodType(Map.class))
                    .asType(MethodType.methodType(Map.class, Object.class));
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Property property(Class<?> type, Field field, String name) throws ReflectiveOperationException {
        // A field named after a word of Java, such as default, has an underscore that its accessors lack.
        String bare = field.getName().startsWith("_") ? field.getName().substring(1) : field.getName();
        String suffix = Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
        Method getter = type.getMethod("get" + suffix);
        Method setter = type.getMethod("set" + suffix, field.getType());
        return new Property(
                name,
                Shape.of(field.getGenericType()),
                LOOKUP.unreflect(getter).asType(MethodType.methodType(Object.class, Object.class)),
                LOOKUP.unreflect(setter).asType(MethodType.methodType(void.class, Object.class, Object.class)));
    }

    static PropertyTable of(Class<?> model) {
        return TABLES.get(model);
    }

    /** The fields in reading order. */
    List<Property> properties() {
        return properties;
    }

    /** The field of that name in the YAML, or null if the model knows none. */
    @Nullable
    Property property(String name) {
        return byName.get(name);
    }

    Object newInstance() {
        try {
            return (Object) constructor.invokeExact();
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Fields that the model does not know, as somebody put them there. */
    @SuppressWarnings("unchecked")
    Map<String, Object> extras(Object model) {
        if (extras == null) {
            return Map.of();
        }
        try {
            Map<?, ?> map = (Map<?, ?>) extras.invokeExact(model);
            return map == null ? Map.of() : (Map<String, Object>) map;
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    void setExtra(Object model, String name, @Nullable Object value) {
        if (extraSetter != null) {
            try {
                extraSetter.invokeExact(model, name, value);
            } catch (Throwable e) {
                throw unreachable(e);
            }
        }
    }

    /** Getters, setters and constructors of the model are plain and do not throw. */
    private static IllegalStateException unreachable(Throwable e) {
        return new IllegalStateException("The model class is not what this version of the table was made for", e);
    }
}
