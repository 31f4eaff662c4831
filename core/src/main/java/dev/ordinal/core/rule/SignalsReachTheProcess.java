package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The signal to stop reaches the process that is meant. */
final class SignalsReachTheProcess implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet that starts its process from a shell script in `command` starts the last one with `exec`, or has a
                `trap`. The signal to stop goes to the shell, which does not pass it on: the process never stops cleanly, but is
                killed when the grace period is over, at every restart. A script of one command is accepted, because shells
                replace themselves by it.""";
    }

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "ksh", "zsh");
    private static final Pattern CARE = Pattern.compile("(?m)(^|[\\s;&|({])(exec|trap|wait)([\\s;]|$)");

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .flatMap(set -> set.pod().each("containers", PodSpec::getContainers))
                .flatMap(container -> {
                    List<Located<String>> words = Told.words(container).toList();
                    boolean isShell = words.size() > 2
                            && words.get(0).path().contains(".command[")
                            && SHELLS.contains(words.get(0).get().replaceAll(".*/", ""));
                    return isShell ? script(words) : Stream.empty();
                })
                .filter(script ->
                        isLong(script.get()) && !CARE.matcher(script.get()).find())
                .map(script -> script.warning(
                        name(),
                        "a script of several commands without exec",
                        "the shell does not pass the signal to stop on, so the process is killed when the grace period is"
                                + " over, at every restart",
                        "write exec before the last command; around a loop, trap TERM and wait"));
    }

    /** The word after {@code -c}, or an option that ends in it, such as {@code -ec}. */
    private static Stream<Located<String>> script(List<Located<String>> words) {
        return IntStream.range(1, words.size() - 1)
                .filter(i -> words.get(i).get().matches("-[a-z]*c"))
                .mapToObj(i -> words.get(i + 1))
                .limit(1);
    }

    /** Neither a line that goes on in the next one, nor what is quoted or substituted, makes a second command. */
    private static boolean isLong(String script) {
        return script.replaceAll("\\\\\\r?\\n", " ")
                .replaceAll("(?m)^\\s*#.*$", "")
                .replaceAll("(?s)'[^']*'|\"[^\"]*\"", "")
                .replaceAll("\\$\\(.*\\)|`[^`]*`", "")
                .strip()
                .replaceAll(";$", "")
                .matches("(?s).*(\\n\\s*\\S|;|&&|\\|).*");
    }
}
