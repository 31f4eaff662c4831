package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a running ensemble that begins to ask for passwords, or stops to. */
final class PasswordChanges {
    private static final String FACT = "authentication";

    private PasswordChanges() {}

    static Optional<Diagnostic> check(PresetChange change) {
        if (!jumps(change) || change.replicasBefore() == 0 || ZooKeeperChanges.changesTls(change)) {
            return Optional.empty();
        } else if (partMembers(change)) {
            return Optional.of(change.warning(
                    "PasswordsChangeInSteps",
                    FACT,
                    "while the pods roll, members that want a password and members that show or know none cannot hear each"
                            + " other, and there is no majority",
                    "follow the plan: scale to 0, then apply; or without a stop, one after the other, each rolled out: "
                            + path(change)));
        }
        return willBe(change) == Demand.REQUIRED
                ? Optional.of(
                        change.warning(
                                "PasswordsChangeInSteps",
                                FACT,
                                "from the first pod that rolls on, clients without a password are turned away",
                                "apply it with authentication(Authentication.shown()) first, and give every client its password"))
                : Optional.empty();
    }

    /** Whether members of before and after cannot understand each other; certificates they understand in any case. */
    static boolean partMembers(PresetChange change) {
        boolean certificates = change.before().is("tls") && change.after().is("tls");
        return jumps(change) && !certificates;
    }

    /** Members that know of passwords let clients try theirs; those that do not, do not. */
    static Stream<Step> before(PresetChange change) {
        return asks(change) && was(change) != Demand.NONE
                ? Stream.of(Step.titled("Give every client its user and password")
                        .because("Those without are turned away by every member that has the change."))
                : Stream.of();
    }

    static Stream<Step> after(PresetChange change) {
        return asks(change) && was(change) == Demand.NONE
                ? Stream.of(Step.titled("Start every client anew, with its user and password")
                        .because("A login failed before, and now those without are turned away."))
                : Stream.of();
    }

    private static boolean asks(PresetChange change) {
        return was(change) != Demand.REQUIRED && willBe(change) == Demand.REQUIRED;
    }

    private static boolean jumps(PresetChange change) {
        return !between(change).isEmpty();
    }

    /** What is left out, in the order of the change. */
    private static List<Demand> between(PresetChange change) {
        boolean up = was(change).compareTo(willBe(change)) < 0;
        return Stream.of(Demand.values())
                .filter(step -> step.compareTo(was(change)) * step.compareTo(willBe(change)) < 0)
                .sorted(up ? Comparator.naturalOrder() : Comparator.reverseOrder())
                .toList();
    }

    private static String path(PresetChange change) {
        return between(change).stream()
                .map(step -> "Authentication." + step.fact() + "(), ")
                .collect(Collectors.joining("", "", "and this"));
    }

    private static Demand was(PresetChange change) {
        return Demand.of(change.before().value(FACT));
    }

    private static Demand willBe(PresetChange change) {
        return Demand.of(change.after().value(FACT));
    }
}
