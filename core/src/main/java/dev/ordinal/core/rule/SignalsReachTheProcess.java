package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (PodContainer container : set.appContainers()) {
                Located<String> script = isShell(container) ? script(Told.words(container)) : null;
                if (script != null
                        && isLong(script.get())
                        && !CARE.matcher(script.get()).find()) {
                    found.accept(finding(script));
                }
            }
        }
    }

    private Diagnostic finding(Located<String> script) {
        return script.warning(
                name(),
                "a script of several commands without exec",
                "the shell does not pass the signal to stop on, so the process is killed when the grace period is"
                        + " over, at every restart",
                "write exec before the last command; around a loop, trap TERM and wait");
    }

    private static boolean isShell(PodContainer container) {
        if (container.command().isEmpty()
                || container.command().size() + container.args().size() < 3) {
            return false;
        }
        String program = container.command().get(0).get();
        return SHELLS.contains(program.substring(program.lastIndexOf('/') + 1));
    }

    /** The word after {@code -c}, or an option that ends in it, such as {@code -ec}. */
    private static @Nullable Located<String> script(List<Located<String>> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            if (words.get(i).get().matches("-[a-z]*c")) {
                return words.get(i + 1);
            }
        }
        return null;
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
