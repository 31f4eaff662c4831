package dev.ordinal.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is printed as JSON is read as the same by another program. */
class JsonTest {
    private static final JsonMapper JACKSON = new JsonMapper();

    @Property(tries = 2000)
    void any_text_of_any_characters_is_read_back(
            @ForAll @CharRange(to = '\uFFFF') @StringLength(max = 30) String text) {
        assertThat(JACKSON.readValue(Json.of(Map.of(text, text)), Object.class))
                .isEqualTo(Map.of(whole(text), whole(text)));
    }

    @Property(tries = 500)
    void any_tree_is_read_back(@ForAll long seed) {
        Object tree = tree(new Random(seed), 4);
        assertThat(JACKSON.readValue(Json.of(tree), Object.class)).isEqualTo(tree);
    }

    @Property(tries = 500)
    void nothing_stands_in_a_text_that_breaks_a_line_or_has_no_utf_8(
            @ForAll @CharRange(to = '\uFFFF') @StringLength(max = 30) String text) {
        String json = Json.of(text).stripTrailing();
        assertThat(json.codePoints())
                .noneMatch(
                        c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || c == 0x2028);
    }

    /** Half a character is no text to any program that writes UTF-8. */
    private static String whole(String text) {
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 ->
                random.ints(random.nextInt(4), 0, 0x3000)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
            case 3 ->
                Stream.generate(() -> tree(random, depth - 1))
                        .limit(random.nextInt(4))
                        .toList();
            default ->
                IntStream.range(0, random.nextInt(4))
                        .boxed()
                        .collect(Collectors.toMap(i -> "k" + i, i -> tree(random, depth - 1)));
        };
    }

    @Example
    void nothing_is_null() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("a", null);
        assertThat(Json.of(tree)).isEqualTo("{\n  \"a\": null\n}\n");
    }

    @Example
    void empty_lists_and_maps_stay_on_their_line() {
        assertThat(Json.of(Map.of("a", List.of(Map.of(), List.of()))))
                .isEqualTo("{\n  \"a\": [\n    {},\n    []\n  ]\n}\n");
    }
}
