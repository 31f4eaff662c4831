package dev.ordinal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** JShell on the test's own class path, and what is printed in it. */
final class Shell implements AutoCloseable {
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
                .isNotIn(
                        Snippet.Status.REJECTED,
                        Snippet.Status.RECOVERABLE_DEFINED,
                        Snippet.Status.RECOVERABLE_NOT_DEFINED);
        assertThat(event.exception()).as(event.snippet().source()).isNull();
    }

    @Override
    public void close() {
        jshell.close();
    }
}
