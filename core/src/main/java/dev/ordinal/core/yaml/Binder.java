package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an object of the model from nodes, as the API server decodes it, and collects all faults on the way. Fields that
 * the server does not know are put aside in the object, so that rules can still look at the rest; a key that is written
 * twice counts by its last value. Anything else that is wrong leaves no object.
 */
final class Binder {
    private final Faults faults;
    private final Leaves leaves;
    private final Path path = new Path();
    private final Deque<Class<?>> owners = new ArrayDeque<>();
    private boolean broken;

    private Binder(Faults faults) {
        this.faults = faults;
        this.leaves = new Leaves(faults, path);
    }

    /** The object, or null if a value of a wrong type stands in it. */
    static @Nullable HasMetadata bind(Node.Fields root, Class<? extends HasMetadata> type, Faults faults) {
        Binder binder = new Binder(faults);
        Object object = binder.object(root, type);
        return binder.broken || binder.leaves.broken() ? null : (HasMetadata) object;
    }

    /** Whether every name is allowed among the fields of a class. */
    static boolean isOpen(Class<?> type) {
        return type == FieldsV1.class || type == GenericKubernetesResource.class;
    }

    private Object object(Node.Fields node, Class<?> type) {
        PropertyTable table = PropertyTable.of(type);
        Object object = table.newInstance();
        checkKeys(node, false);
        owners.push(type);
        for (Node.Entry entry : node.entries()) {
            int before = path.field(entry.name());
            PropertyTable.Property property = table.property(entry.name());
            if (property != null && property.served()) {
                set(object, property, entry, property.form());
            } else {
                if (!isOpen(type)) {
                    UnknownField.report(faults, path.toString(), entry, owners);
                }
                table.setExtra(object, entry.name(), any(entry.value()));
            }
            path.back(before);
        }
        owners.pop();
        if (object instanceof HasMetadata) {
            forgetUnwritten(node, table, object, "apiVersion");
            forgetUnwritten(node, table, object, "kind");
        }
        return object;
    }

    /** The model's classes are born with these two; the server knows only what is written, such as in a claim template. */
    private static void forgetUnwritten(Node.Fields node, PropertyTable table, Object object, String name) {
        PropertyTable.Property property = table.property(name);
        if (property != null && node.get(name) == null) {
            property.set(object, null);
        }
    }

    private void set(Object object, PropertyTable.Property property, Node.Entry entry, TextForm form) {
        if (!entry.value().isNull()) {
            Object value = value(entry.value(), property.shape(), entry, form);
            if (value != null) {
                property.set(object, value);
            }
        }
    }

    private @Nullable Object value(Node node, Shape shape, Placed place, TextForm form) {
        if (node.isNull()) {
            return Leaves.zero(shape);
        } else if (shape == Shape.Leaf.ANY) {
            return any(node);
        } else if (shape instanceof Shape.Leaf leaf && node instanceof Node.Scalar scalar) {
            return leaves.value(scalar, leaf, form, place);
        } else if (shape instanceof Shape.ListOf list && node instanceof Node.Items items) {
            return list(items, list, form);
        } else if (shape instanceof Shape.MapOf map && node instanceof Node.Fields fields) {
            return map(fields, map, form);
        } else if (shape instanceof Shape.ModelOf model && node instanceof Node.Fields fields) {
            return object(fields, model.type());
        }
        broken = true;
        TypeFault.structure(faults, path.toString(), place, node, shape);
        return null;
    }

    private List<@Nullable Object> list(Node.Items node, Shape.ListOf shape, TextForm form) {
        List<@Nullable Object> list = new ArrayList<>(node.items().size());
        int index = 0;
        for (Node item : node.items()) {
            int before = path.item(index++);
            list.add(value(item, shape.item(), item, form));
            path.back(before);
        }
        return list;
    }

    private Map<String, @Nullable Object> map(Node.Fields node, Shape.MapOf shape, TextForm form) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        checkKeys(node, true);
        for (Node.Entry entry : node.entries()) {
            int before = path.key(entry.name());
            map.put(entry.name(), value(entry.value(), shape.value(), entry, form));
            path.back(before);
        }
        return map;
    }

    /** What nobody has a type for; keys must be different there too. */
    private @Nullable Object any(Node node) {
        if (node instanceof Node.Fields fields) {
            checkKeys(fields, false);
            for (Node.Entry entry : fields.entries()) {
                int before = path.field(entry.name());
                any(entry.value());
                path.back(before);
            }
        } else if (node instanceof Node.Items items) {
            int index = 0;
            for (Node item : items.items()) {
                int before = path.item(index++);
                any(item);
                path.back(before);
            }
        }
        return Plain.of(node);
    }

    private void checkKeys(Node.Fields node, boolean free) {
        Set<String> names = new HashSet<>(2 * node.entries().size());
        for (Node.Entry entry : node.entries()) {
            if (!names.add(entry.name())) {
                int before = free ? path.key(entry.name()) : path.field(entry.name());
                faults.add(
                        "UniqueKey",
                        path.toString(),
                        entry,
                        "the key " + Quoted.of(entry.name()) + " a second time",
                        "only one of the values can count, and the API server refuses an object that leaves it open",
                        "remove one of the two, or merge their contents");
                path.back(before);
            }
        }
    }
}
