package dev.ordinal.core.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing to do by hand or by a script, and how to see that it is done.
 *
 * <pre>{@code
 * Step.titled("Delete the set but not its pods")
 *         .because("its claim templates cannot be changed")
 *         .run("kubectl delete statefulset mysql --namespace shop --cascade=orphan")
 *         .until("! kubectl get statefulset mysql --namespace shop");
 * }</pre>
 *
 * @param title what is done, in a few words that start with a verb
 * @param reason why it is needed here; may be empty
 * @param commands shell commands that can be pasted, in order, each on a line of its own or over several
 * @param check a shell command that ends with status 0 once the step is done, and is repeated until then
 */
public record Step(String title, String reason, List<String> commands, Optional<String> check) {
    /** Copies the commands. */
    public Step {
        commands = List.copyOf(commands);
    }

    /** A step that yet says nothing but what it is for. */
    public static Step titled(String title) {
        return new Step(title, "", List.of(), Optional.empty());
    }

    /** Why it is needed. */
    public Step because(String why) {
        return new Step(title, why, commands, check);
    }

    /** One more command. */
    public Step run(String command) {
        List<String> more = new ArrayList<>(commands);
        more.add(command);
        return new Step(title, reason, more, check);
    }

    /** What must succeed before the next step. */
    public Step until(String command) {
        return new Step(title, reason, commands, Optional.of(command));
    }
}
