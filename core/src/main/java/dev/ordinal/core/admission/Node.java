package dev.ordinal.core.admission;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in the object that is judged: the value there, the path as in the YAML, and the path by which the server calls
 * it. Steps never fail: what is absent, null or of another type than expected reads as absent.
 */
final class Node {
    private final Findings findings;
    private final Path at;
    private final Path called;
    private final @Nullable Object value;

    private Node(Findings findings, Path at, Path called, @Nullable Object value) {
        this.findings = findings;
        this.at = at;
        this.called = called;
        this.value = value;
    }

    static Node root(Findings findings, @Nullable Object tree) {
        return new Node(findings, Path.ROOT, Path.ROOT, tree);
    }

    /** One step down. */
    Node field(String name) {
        Path down = at.field(name);
        return new Node(
                findings,
                down,
                called == at ? down : called.field(name),
                value instanceof Map<?, ?> map ? map.get(name) : null);
    }

    /** The items of a list one step down. */
    List<Node> each(String name) {
        return each(name, 0);
    }

    /** The items of a list that the server counts from another number than zero. */
    List<Node> each(String name, int first) {
        if (!(value instanceof Map<?, ?> map) || !(map.get(name) instanceof List<?> list) || list.isEmpty()) {
            return List.of();
        }
        Node whole = field(name);
        List<Node> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Path down = whole.at.index(i);
            boolean same = first == 0 && whole.called == whole.at;
            items.add(new Node(findings, down, same ? down : whole.called.index(first + i), list.get(i)));
        }
        return items;
    }

    /** The entries of a map one step down; {@link #key} tells their keys. */
    List<Node> entries(String name) {
        if (!(value instanceof Map<?, ?> map) || !(map.get(name) instanceof Map<?, ?> inner) || inner.isEmpty()) {
            return List.of();
        }
        return field(name).entries();
    }

    /** The entries of this map. */
    List<Node> entries() {
        List<Node> entries = new ArrayList<>(size());
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> one : map.entrySet()) {
                entries.add(entry(String.valueOf(one.getKey()), one.getValue()));
            }
        }
        return entries;
    }

    private Node entry(String key, @Nullable Object item) {
        Path down = at.key(key);
        return new Node(findings, down, called == at ? down : called.key(key), item);
    }

    /** The entry of that key of this map, present or not. */
    Node key(String key) {
        return entry(key, value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    /** An item that only the server sees in a list one step down. */
    Node item(String name, int index) {
        Path down = at.field(name).index(index);
        return new Node(findings, down, called == at ? down : called.field(name).index(index), null);
    }

    /** The item of that index of this list, of which only the place matters. */
    Node index(int index) {
        return new Node(findings, at.index(index), called.index(index), null);
    }

    /** The same item, which the server counts as another one. */
    Node counted(int index) {
        return new Node(findings, at, called.parent().index(index), value);
    }

    /** The same place, which the server calls by another last name. */
    Node called(String name) {
        return new Node(findings, at, called.parent().field(name), value);
    }

    /** The same place, whose last step the server leaves out. */
    Node silent() {
        return new Node(findings, at, called.parent(), value);
    }

    /** The same value, which the server reports at the place where it calls another one. */
    Node calledAs(Node other) {
        return new Node(findings, at, other.called, value);
    }

    /** This place without its value, if that is an empty text: for fields where empty means left out. */
    Node given() {
        return "".equals(value) ? without() : this;
    }

    /** This place with the value that the server fills in. */
    Node holding(Object filled) {
        return new Node(findings, at, called, filled);
    }

    /** The same text; an empty one where the list of texts has a null. */
    Node orEmpty() {
        return value == null ? holding("") : this;
    }

    /** This place without its value. */
    Node without() {
        return new Node(findings, at, called, null);
    }

    /** The last step: the name of a field, the key of an entry, the index of an item. */
    String key() {
        return at.step();
    }

    boolean isPresent() {
        return value != null;
    }

    /** Whether there is nothing, an empty text, an empty list or an empty map. */
    boolean isEmpty() {
        return value == null
                || "".equals(value)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    /** Whether this map has such a key, be it with a null. */
    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key);
    }

    int size() {
        return value instanceof List<?> list ? list.size() : value instanceof Map<?, ?> map ? map.size() : 0;
    }

    /** The text; empty where there is none. */
    String text() {
        return value instanceof String text ? text : "";
    }

    /** What is written, be it a text or a number. */
    String written() {
        return value == null ? "" : String.valueOf(value);
    }

    boolean is(String text) {
        return text.equals(value);
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    boolean isFalse() {
        return Boolean.FALSE.equals(value);
    }

    /** The whole number; the given one where there is none. */
    long number(long absent) {
        if (value instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? big.longValue() : big.signum() * Long.MAX_VALUE;
        }
        return value instanceof Number number ? number.longValue() : absent;
    }

    /** The quantity; null where there is none that can be read. */
    @Nullable
    Quantity quantity() {
        return value instanceof String || value instanceof Number ? Quantity.parse(String.valueOf(value)) : null;
    }

    /** Whether something was found anywhere since there were so many findings. */
    boolean isCleanSince(int count) {
        return findings.count() == count;
    }

    int findingsSoFar() {
        return findings.count();
    }

    /** Refuses an absent or empty value; tells whether there is one. */
    boolean required(String example) {
        if (isEmpty()) {
            refuse(Reason.REQUIRED, Statement.REQUIRED_FIELD_IS_SET, "this must be set", "write " + example);
            return false;
        }
        return true;
    }

    /** Refuses a present value that is none of these, an empty text included. */
    void oneOf(String... known) {
        oneOf(Reason.NOT_SUPPORTED, known);
    }

    void oneOf(Reason reason, String... known) {
        if (isText() && !isOneOf(known)) {
            refuse(
                    reason,
                    Statement.VALUE_IS_KNOWN,
                    "it knows only " + Wording.listed(known),
                    "write " + Wording.nearest(text(), known));
        }
    }

    boolean isOneOf(String... known) {
        for (String one : known) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a present text that breaks a rule for names. */
    boolean named(Names rule) {
        return !isText() || named(rule, text());
    }

    /** Refuses a present value if what the server makes of it breaks a rule for names. */
    boolean named(Names rule, String seen) {
        if (value == null || rule.accepts(seen)) {
            return true;
        }
        refuse(Reason.INVALID, Statement.NAME_IS_WELL_FORMED, "it must be " + rule.words(), rule.fix(seen));
        return false;
    }

    /** Refuses a present number outside the bounds, both included. */
    boolean range(long least, long most) {
        if (value == null || (number(least) >= least && number(least) <= most)) {
            return true;
        }
        String bounds = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
        invalid(
                Statement.NUMBER_IS_IN_RANGE,
                "the number must be " + bounds,
                most == Long.MAX_VALUE ? "write " + least + " or more" : "write a number " + bounds);
        return false;
    }

    boolean atLeast(long least) {
        return range(least, Long.MAX_VALUE);
    }

    void invalid(Statement rule, String why, String fix) {
        refuse(Reason.INVALID, rule, why, fix);
    }

    void forbidden(String why, String fix) {
        refuse(Reason.FORBIDDEN, Statement.FIELD_IS_ALLOWED_HERE, why, fix);
    }

    /** Forbids the field if it is present. */
    void absent(String why) {
        if (value != null) {
            forbidden(why, "remove " + key());
        }
    }

    void duplicate(String what) {
        refuse(
                Reason.DUPLICATE,
                Statement.NAME_IS_UNIQUE,
                "another " + what + " before it is the same",
                "change or remove one of the two");
    }

    void tooMany(int most) {
        if (size() > most) {
            refuse(
                    Reason.TOO_MANY,
                    Statement.SIZE_IS_WITHIN_LIMIT,
                    "at most " + most + " are allowed",
                    "remove " + (size() - most) + " of them");
        }
    }

    void refuse(Reason reason, Statement rule, String why, String fix) {
        findings.add(reason, rule, at, called == Path.ROOT ? "[]" : called.toString(), Wording.found(value), why, fix);
    }
}
