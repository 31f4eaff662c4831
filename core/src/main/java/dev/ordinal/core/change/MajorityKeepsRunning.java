package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import java.util.stream.Stream;

/** Of the members that a preset's configuration knows, a majority keeps running. */
final class MajorityKeepsRunning implements ChangeRule {
    @Override
    public String about() {
        return """
                A set that a preset made is not scaled by hand below a majority of the members that its configuration knows: those
                that stay still count the others as voters, so nobody can lead and nothing is written. To stop all members, scale to
                0; to have fewer, say so to the preset, which changes the configuration too.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        return Presets.of(changed).stream()
                .map(Presets.Known::change)
                .filter(change -> change.replicas() > 0
                        && change.replicas() < change.replicasBefore()
                        && change.replicas() < majority(change))
                .map(this::finding);
    }

    private static int majority(PresetChange change) {
        return change.after().number("members") / 2 + 1;
    }

    private Diagnostic finding(PresetChange change) {
        int members = change.after().number("members");
        return new Diagnostic(
                Severity.ERROR,
                name(),
                change.set(),
                "spec.replicas",
                change.replicasBefore() + " -> " + change.replicas(),
                "the configuration still knows " + members + " members, of which " + majority(change)
                        + " must run: nobody can lead, and nothing is written",
                "keep at least " + majority(change) + ", or render the preset with fewer members");
    }
}
