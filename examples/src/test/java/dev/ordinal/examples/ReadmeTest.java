package dev.ordinal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
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

    /** JShell on the test's own class path, and what is printed in it. */
    private static final class Shell implements AutoCloseable {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintStream before = System.out;
        private final JShell jshell = JShell.builder().executionEngine("local").build();

        Shell() {
            for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
                jshell.addToClasspath(entry);
            }
        }

        String run(String block) {
            bytes.reset();
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            try {
                String rest = block;
                while (!rest.isBlank()) {
                    CompletionInfo next = jshell.sourceCodeAnalysis().analyzeCompletion(rest);
                    assertThat(next.completeness().isComplete())
                            .as("a whole snippet: %s", rest)
                            .isTrue();
                    jshell.eval(next.source()).forEach(this::passed);
                    rest = next.remaining();
                }
            } finally {
                System.setOut(before);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }

        private void passed(SnippetEvent event) {
            String problems = jshell.diagnostics(event.snippet())
                    .map(diagnostic -> diagnostic.getMessage(null))
                    .collect(Collectors.joining("\n"));
            assertThat(event.status())
                    .as("%s\n%s", event.snippet().source(), problems)
                    .isNotEqualTo(Snippet.Status.REJECTED);
            assertThat(event.exception()).as(event.snippet().source()).isNull();
        }

        @Override
        public void close() {
            jshell.close();
        }
    }
}
