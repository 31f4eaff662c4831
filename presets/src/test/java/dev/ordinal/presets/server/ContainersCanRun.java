package dev.ordinal.presets.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether this machine lets us make network namespaces and containers. */
final class ContainersCanRun implements ExecutionCondition {
    private static final List<String> TOOLS = List.of("runc", "ip", "mount", "umount");
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = Once.MISSING;
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("real servers can run here");
        }
        String line = "REAL SERVERS NOT TESTED: " + missing.get();
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(line + "; in CI this is a failure");
        }
        if (!TOLD.getAndSet(true)) {
            System.out.println(line);
        }
        return ConditionEvaluationResult.disabled(line);
    }

    private static final class Once {
        static final Optional<String> MISSING = missing();
    }

    private static Optional<String> missing() {
        for (String tool : TOOLS) {
            if (Commands.tryTo("sh", "-c", "command -v " + tool).exit() != 0) {
                return Optional.of("the command " + tool + " is not there (Debian: runc, iproute2, mount)");
            }
        }
        if (!Commands.tryTo("id", "-u").output().trim().equals("0")) {
            return Optional.of("only root can make network namespaces and containers");
        }
        return Trial.failure().map(why -> "a container cannot be started here: " + why);
    }
}
