package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import java.util.stream.Stream;

/** A partition of an earlier roll-out does not hold back the next. */
final class PartitionIsLifted implements ChangeRule {
    private static final String PATH = "spec.updateStrategy.rollingUpdate.partition";

    @Override
    public String about() {
        return """
                A new pod template reaches all pods: a partition that was left behind by an earlier canary does not hold it back.
                Pods below the partition keep the old template, also when they are deleted, and nothing says so. A partition
                that comes with the change is on purpose.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        return changed.sets()
                .filter(set -> set.changes("spec.template") && !set.changes(PATH) && partition(set) > 0)
                .map(this::finding);
    }

    private static long partition(Update set) {
        return set.result().at("spec", "updateStrategy", "rollingUpdate").number("partition", 0);
    }

    private Diagnostic finding(Update set) {
        long last = Math.min(partition(set), set.result().field("spec").number("replicas", 1)) - 1;
        String first = Changed.pod(set.ref(), set.result(), 0);
        String kept =
                last <= 0 ? first + " keeps" : first + " to " + Changed.pod(set.ref(), set.result(), last) + " keep";
        return new Diagnostic(
                Severity.WARNING,
                name(),
                set.ref(),
                PATH,
                String.valueOf(partition(set)),
                kept + " the old template, also after a restart, until the partition is lowered",
                "remove the partition, or change it with the template if this is a canary");
    }
}
