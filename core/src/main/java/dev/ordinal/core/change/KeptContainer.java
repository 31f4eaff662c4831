package dev.ordinal.core.change;

import dev.ordinal.core.image.ImageName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A container of a StatefulSet before and after, found by its name.
 *
 * @param path where it is after the change
 */
record KeptContainer(Update set, String path, Tree before, Tree after) {
    /** Those of the sets that no preset made: of the others the preset knows more. */
    static List<KeptContainer> withoutPreset(Changed changed) {
        List<KeptContainer> containers = new ArrayList<>();
        changed.sets().filter(set -> !Facts.isOn(set.result())).forEach(set -> of(set).forEach(containers::add));
        return containers;
    }

    private static Stream<KeptContainer> of(Update set) {
        List<Tree> after = containers(set.result());
        return Stream.iterate(0, index -> index < after.size(), index -> index + 1)
                .flatMap(index -> containers(set.running()).stream()
                        .filter(before ->
                                before.text("name").equals(after.get(index).text("name")))
                        .map(before -> new KeptContainer(
                                set, "spec.template.spec.containers[" + index + "]", before, after.get(index))));
    }

    private static List<Tree> containers(Tree set) {
        return set.at("spec", "template", "spec").each("containers");
    }

    static ImageName image(Tree container) {
        return ImageName.of(container.text("image"));
    }

    /** The value of a variable, or of an option of the command; empty where it is not set, null where it cannot be known. */
    static @Nullable String setting(Tree container, String name) {
        if (!name.startsWith("--")) {
            Tree variable = container.each("env").stream()
                    .filter(each -> each.text("name").equals(name))
                    .findFirst()
                    .orElse(Tree.of(null));
            return variable.has("valueFrom") ? null : variable.text("value");
        }
        String value = "";
        for (String list : List.of("command", "args")) {
            value = option(container.get(list), name, value);
        }
        return value;
    }

    private static String option(@Nullable Object words, String name, String otherwise) {
        if (!(words instanceof List<?> list)) {
            return otherwise;
        }
        for (int i = 0; i < list.size(); i++) {
            String word = String.valueOf(list.get(i));
            if (word.startsWith(name + "=")) {
                return word.substring(name.length() + 1);
            } else if (word.equals(name) && i + 1 < list.size()) {
                return String.valueOf(list.get(i + 1));
            }
        }
        return otherwise;
    }
}
