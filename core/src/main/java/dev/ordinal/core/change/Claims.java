package dev.ordinal.core.change;

import dev.ordinal.core.admission.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One claim template that is in both versions of a set.
 *
 * @param index its place in the wanted set
 */
record Claims(Update set, int index, Tree running, Tree wanted) {
    /** The claim templates that a set keeps. */
    static Stream<Claims> kept(Update set) {
        List<Tree> before = set.running().field("spec").each("volumeClaimTemplates");
        List<Tree> after = set.result().field("spec").each("volumeClaimTemplates");
        return Stream.iterate(0, i -> i < after.size(), i -> i + 1).flatMap(i -> before.stream()
                .filter(template -> name(template).equals(name(after.get(i))))
                .limit(1)
                .map(template -> new Claims(set, i, template, after.get(i))));
    }

    String name() {
        return name(wanted);
    }

    /** The claims that the controller made from it. */
    List<String> made() {
        return Changed.claims(set, List.of(name()));
    }

    String size() {
        return String.valueOf(storage(wanted));
    }

    String sizeBefore() {
        return String.valueOf(storage(running));
    }

    /** Below zero if it shrinks, above if it grows. */
    int growth() {
        Quantity before = Quantity.parse(sizeBefore());
        Quantity after = Quantity.parse(size());
        return before == null || after == null ? 0 : after.compareTo(before);
    }

    /** The storage class; empty for the cluster's default. */
    String storageClass() {
        return wanted.field("spec").text("storageClassName");
    }

    String storageClassBefore() {
        return running.field("spec").text("storageClassName");
    }

    String path(String field) {
        return "spec.volumeClaimTemplates[" + index + "].spec." + field;
    }

    private static @Nullable Object storage(Tree template) {
        return template.at("spec", "resources", "requests").get("storage");
    }

    private static String name(Tree template) {
        return template.field("metadata").text("name");
    }
}
