package dev.ordinal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The README is right: its Java blocks run one after the other in one JShell, and what they print is what stands in the block
 * below. {@code -Dgolden.rewrite=true} writes those blocks anew, to be read before they are committed.
 */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```\n", Pattern.DOTALL);

    /** A fenced block and where its content stands. */
    private record Block(String language, String content, int start, int end) {}

    @Test
    void its_java_runs_and_prints_what_it_says() throws IOException {
        String readme = Files.readString(README);
        String run = withOutputs(readme);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(README, run);
        }
        assertThat(run).isEqualTo(Files.readString(README));
    }

    @Test
    void its_test_command_is_what_the_gate_runs() throws IOException {
        String gate = Files.readString(Path.of("../.ci/run"));
        List<String> commands = blocks(Files.readString(README)).stream()
                .filter(block -> block.language().equals("sh"))
                .map(block -> block.content().strip())
                .toList();
        assertThat(commands).contains("mvn verify");
        assertThat(gate)
                .contains("\nmvn -B -ntp verify\n")
                .contains("\n" + commands.get(0).replace("mvn", "mvn -B -ntp"));
    }

    private static String withOutputs(String readme) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        String printed = null;
        try (Shell shell = new Shell()) {
            for (Block block : blocks(readme)) {
                if (block.language().equals("java")) {
                    printed = shell.run(block.content());
                } else if (printed != null
                        && (block.language().equals("yaml") || block.language().equals("text"))) {
                    text.append(readme, copied, block.start()).append(printed);
                    copied = block.end();
                    printed = null;
                }
            }
        }
        return text.append(readme, copied, readme.length()).toString();
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.start(2), matcher.end(2)));
        }
        return blocks;
    }

    @Test
    void the_jshell_script_shows_a_first_manifest_without_findings() throws IOException {
        StringBuilder printed = new StringBuilder();
        try (Shell shell = new Shell()) {
            // As the tool takes a script: line by line.
            Files.readAllLines(Path.of("../examples/first.jsh")).stream()
                    .filter(line -> !line.startsWith("//"))
                    .forEach(line -> printed.append(shell.run(line)));
        }
        assertThat(printed.toString()).startsWith("no findings\napiVersion: v1\nkind: Service\n");
    }
}
