package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Position;
import dev.ordinal.core.yaml.RecordedObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Every finding in a text points at a line, and the line holds what the path ends in, or the nearest part of it that is written. */
class FindingPositionsTest {
    private static final List<Map<String, @Nullable Object>> CREATES =
            RecordedObjects.lines("creates.jsonl.gz").toList();
    private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)]|([^.\\[]+)");

    @Property(tries = 400)
    void every_finding_points_at_the_line_of_what_it_is_about(@ForAll @IntRange(max = 8000) int number) {
        Map<String, @Nullable Object> object = RecordedObjects.edited(CREATES.get(number));
        String yaml = block().dump(object);
        List<String> lines = yaml.lines().toList();
        for (Diagnostic finding : Manifest.parse(yaml).report().diagnostics()) {
            assertThat(finding.position()).as(finding.toString()).isPresent();
            Position place = finding.position().orElseThrow();
            String line = lines.get(place.line() - 1);
            String step = lastWritten(object, steps(finding.path()));
            assertThat(isAt(line, place.column() - 1, step))
                    .as(() -> finding + "\n" + line)
                    .isTrue();
        }
    }

    /** Whether a step is written there: a key, in quotes or not, or an item after its hyphen; for none of them the object begins. */
    private static boolean isAt(String line, int column, String step) {
        String text = line.substring(column);
        return text.startsWith(step)
                || (text.matches("['\"?].*") && (text.contains(step) || step.matches("(?s).*[^ -~].*|.{100,}")))
                || (step.matches("\\d+") && line.substring(0, column).endsWith("- "));
    }

    /** The name of the last step of the path that is written in the object; empty if none is. */
    private static String lastWritten(Object root, List<String> path) {
        Object place = root;
        String last = "";
        for (String step : path) {
            Object next = place instanceof Map<?, ?> map
                    ? map.get(step)
                    : place instanceof List<?> list && step.matches("\\d+") && Integer.parseInt(step) < list.size()
                            ? list.get(Integer.parseInt(step))
                            : null;
            boolean written = next != null || (place instanceof Map<?, ?> map && map.containsKey(step));
            if (!written) {
                return last;
            }
            last = step;
            place = next == null ? "" : next;
        }
        return last;
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return steps;
    }

    private static Yaml block() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options);
    }
}
