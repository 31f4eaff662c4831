package dev.ordinal.core.yaml;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what was expected, what was found, and how to write it. */
final class TypeFault {
    private static final String RULE = "RightType";

    private TypeFault() {}

    /** A list or map where something else belongs, or the other way round. */
    static void structure(Faults faults, String path, Placed place, Node node, Shape shape) {
        String name = name(path);
        faults.add(RULE, path, place, found(faults, node), why(name, words(shape)), structureFix(name, node, shape));
    }

    /** A value that does not fit. */
    static void leaf(Faults faults, String path, Placed place, Node.Scalar scalar, Shape.Leaf leaf, TextForm form) {
        String name = name(path);
        boolean text = leaf == Shape.Leaf.TEXT;
        String words = text ? form.words() : words(leaf);
        boolean range = !text && leaf != Shape.Leaf.BOOLEAN && Leaves.isTooLarge(scalar.value());
        String why = range
                ? name + " must fit in " + (leaf == Shape.Leaf.INT64 ? 64 : 32)
                        + " bits, and the API server refuses the object"
                : why(name, words);
        faults.add(RULE, path, place, found(faults, scalar), why, leafFix(name, scalar, leaf, form, range));
    }

    private static String why(String name, String words) {
        return name + " takes " + words + ", and the API server refuses anything else";
    }

    /** The last step of a path, as people say it: a field, an item such as {@code args[0]}, or the key of a map. */
    private static String name(String path) {
        int open = path.endsWith("]") ? path.lastIndexOf('[') : path.length();
        String inside = open < path.length() ? path.substring(open + 1, path.length() - 1) : "";
        if (open < path.length() && !inside.chars().allMatch(Character::isDigit)) {
            return Quoted.plain(inside);
        }
        return Quoted.plain(path.substring(path.lastIndexOf('.', open) + 1));
    }

    private static String found(Faults faults, Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar(faults, scalar);
        }
        return node instanceof Node.Items ? "a list" : "a map";
    }

    private static String scalar(Faults faults, Node.Scalar scalar) {
        if (!(scalar.value() instanceof String text)) {
            return Quoted.plain(scalar.text()) + (scalar.value() instanceof Boolean ? ", a boolean" : ", a number");
        }
        return faults.object().kind().equals("Secret")
                ? "a text of " + text.length() + " characters, not shown"
                : Quoted.of(text);
    }

    private static String words(Shape shape) {
        if (shape instanceof Shape.ListOf) {
            return "a list";
        } else if (shape instanceof Shape.MapOf map) {
            return "a map from names to values, each " + words(map.value());
        } else if (shape instanceof Shape.ModelOf model) {
            String fields = Stream.of(model.table().properties())
                    .limit(3)
                    .map(PropertyTable.Property::name)
                    .collect(Collectors.joining(", "));
            return "a map" + (fields.isEmpty() ? "" : " with fields such as " + fields);
        }
        return switch ((Shape.Leaf) shape) {
            case TEXT -> "a text";
            case INT32, INT64 -> "a whole number";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case QUANTITY -> "a quantity such as \"500m\" or \"1Gi\"";
            case INT_OR_STRING -> "a whole number or a text";
            case ANY -> "anything";
        };
    }

    private static String structureFix(String name, Node node, Shape shape) {
        boolean scalar = node instanceof Node.Scalar;
        if (node instanceof Node.Scalar text
                && !(shape instanceof Shape.ListOf)
                && SyntaxCause.lacksSpace(text.text())) {
            return SyntaxCause.lackingSpace(text.text()).fix() + ", with a space after the colon";
        } else if (shape instanceof Shape.ListOf list && scalar && list.item() instanceof Shape.Leaf) {
            return "write it as a list: " + name + ": [" + written((Node.Scalar) node) + "]";
        } else if (shape instanceof Shape.ListOf) {
            return scalar ? "write a list, each item after \"- \"" : "put \"- \" before the first field of each item";
        } else if (node instanceof Node.Items) {
            return "remove the \"- \" or the brackets, because only one value can stand here";
        }
        return "write " + words(shape);
    }

    private static String leafFix(String name, Node.Scalar scalar, Shape.Leaf leaf, TextForm form, boolean range) {
        Object value = scalar.value();
        return switch (leaf) {
            case TEXT -> value instanceof String ? formFix(form) : put(name, Quoted.of(scalar.text()));
            case BOOLEAN ->
                value instanceof String text && plain(text) instanceof Boolean read
                        ? put(name, read + ", without quotes")
                        : "write true or false, without quotes";
            case INT32, INT64, NUMBER -> range ? rangeFix(leaf) : numberFix(name, value);
            case INT_OR_STRING -> range ? rangeFix(leaf) : "write a whole number, or a text in quotes";
            default -> quantityFix(name, value);
        };
    }

    private static String put(String name, String value) {
        return "write " + (name.endsWith("]") ? value : name + ": " + value);
    }

    private static String formFix(TextForm form) {
        if (form == TextForm.BASE64) {
            return "encode it, for example with: base64 -w0; or move it as it is to stringData (of a Secret) or data (of a"
                    + " ConfigMap)";
        }
        return "write the time as RFC 3339 has it, or leave the field to the server";
    }

    private static String rangeFix(Shape.Leaf leaf) {
        return leaf == Shape.Leaf.INT64
                ? "use a number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE
                : "use a number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }

    private static String numberFix(String name, @Nullable Object value) {
        if (value instanceof String text && (plain(text) instanceof Integer || plain(text) instanceof Long)) {
            return put(name, plain(text) + ", without quotes");
        } else if (value instanceof Number number) {
            return put(name, String.valueOf((long) number.doubleValue()));
        }
        return "write a whole number";
    }

    private static String quantityFix(String name, @Nullable Object value) {
        if (value instanceof String text) {
            String close = text.replace(" ", "").replaceAll("(?i)([kmgtpe])i?b$", "$1i");
            for (String candidate : List.of(close, close.replaceFirst("^k|K$", "k"))) {
                if (!candidate.equals(text) && QuantityText.read(candidate) != null) {
                    return put(name, candidate);
                }
            }
        }
        return "write a number with an optional unit: m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei";
    }

    private static @Nullable Object plain(String text) {
        return text.length() > Limits.DIGITS ? text : PlainScalar.value(text);
    }

    private static String written(Node.Scalar scalar) {
        return scalar.value() instanceof String text ? Quoted.of(text) : Quoted.plain(scalar.text());
    }
}
