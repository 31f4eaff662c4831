package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The rules that no recorded creation touches, one line of {@code rules.txt} each. */
class RulesTest {
    private static final Map<String, Map<String, @Nullable Object>> BASES = Corpus.bases();
    private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|([^.\\[]+)");
    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<String> rules() {
        return Corpus.texts("rules.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_gives_the_causes_of_the_server(String line) {
        String[] parts = line.split(" \\| ?", 4);
        List<@Nullable Object> edit = new ArrayList<>();
        edit.add(path(parts[1]));
        if (!parts[2].isBlank()) {
            edit.add(MAPPER.readValue(parts[2], Object.class));
        }

        Map<String, @Nullable Object> tree = Corpus.edited(Corpus.map(BASES.get(parts[0])), List.of(edit));

        assertThat(Corpus.judged(Corpus.document(tree))).isEqualTo(causes(parts[3]));
    }

    static List<Object> path(String text) {
        List<Object> path = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            path.add(step.group(1) != null ? (Object) Integer.valueOf(step.group(1)) : step.group(2));
        }
        return path;
    }

    private static Set<String> causes(String text) {
        Set<String> causes = new TreeSet<>();
        for (String cause : text.isBlank() ? new String[0] : text.split(", ", -1)) {
            causes.add("FieldValue" + cause.strip());
        }
        return causes;
    }
}
