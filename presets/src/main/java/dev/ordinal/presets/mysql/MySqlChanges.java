package dev.ordinal.presets.mysql;

import dev.ordinal.core.change.Facts;
import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.PresetChanges;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is to be known about changing a MySQL cluster. Found by {@link java.util.ServiceLoader}; nobody calls it by name. */
public final class MySqlChanges implements PresetChanges {
    @Override
    public String preset() {
        return "mysql";
    }

    @Override
    public Stream<Diagnostic> check(PresetChange change) {
        List<Diagnostic> findings = new ArrayList<>();
        version(change, findings);
        identity(change, findings);
        if (change.before().is("sealed") && change.after().value("sealed").equals("false")) {
            findings.add(change.error(
                    "SealStays",
                    "sealed",
                    "without the seal members whose disks are all empty become an empty database that looks healthy",
                    "render it sealed(); only a cluster that is to begin anew is rendered without"));
        }
        if (change.after().value("topology").equals("group")) {
            members(change, findings);
        }
        return findings.stream();
    }

    private static void version(PresetChange change, List<Diagnostic> findings) {
        String from = change.before().value("version");
        String to = change.after().value("version");
        if (change.changes("version") && !MySqlVersions.leads(from, to)) {
            findings.add(change.error(
                    "UpgradeGoesUp",
                    "version",
                    "MySQL takes over the data of an older version of its own series, or of the long-lived series before it; "
                            + "with any other it does not start, and there is no way back but a restore",
                    "use a newer version of the same series, or go from 8.4 to 9.7"));
        }
    }

    private static void identity(PresetChange change, List<Diagnostic> findings) {
        if (change.changes("topology")) {
            findings.add(change.error(
                    "TopologyStays",
                    "topology",
                    "members of one kind cannot join members of the other, and while pods roll there are both",
                    "make a second cluster, and move the data by a dump: see \"Restore\" in the run book"));
        } else if (change.changes("group-name")) {
            findings.add(change.error(
                    "GroupNameStays",
                    "group-name",
                    "a member of another group name is let into no group, so the pods that roll first are lost to the others",
                    "say named(\"" + change.before().value("group-name") + "\") of the topology"));
        } else if (change.changes("server-ids")
                && !change.after().value("topology").equals("standalone")) {
            findings.add(change.error(
                    "ServerIdsStay",
                    "server-ids",
                    "while pods roll two members may have the same id, and the one does not replicate from the other",
                    "keep name and namespace, or the topology's own name, of which they are made"));
        }
    }

    private static void members(PresetChange change, List<Diagnostic> findings) {
        int before = change.before().number("members");
        int after = change.after().number("members");
        if (after > 0 && before > 0 && after <= before / 2) {
            findings.add(change.error(
                    "MajorityStays",
                    "members",
                    "members that go at once must be a minority, or those that stay take no more writes",
                    "go down in steps, first to " + smallest(before) + " members"));
        }
    }

    /** The smallest odd number that is a majority. */
    private static int smallest(int members) {
        int majority = members / 2 + 1;
        return majority % 2 == 0 ? majority + 1 : majority;
    }

    @Override
    public List<Step> before(PresetChange change) {
        Facts before = change.before();
        if (!change.changes("version") || before.value("version").isEmpty()) {
            return List.of();
        }
        return List.of(Step.titled("Make a backup")
                .because("There is no way back from version " + change.after().value("version") + " to "
                        + before.value("version") + " but a restore."));
    }

    @Override
    public List<Step> after(PresetChange change) {
        int members = change.after().number("members");
        if (!change.after().value("topology").equals("group") || members < 1) {
            return List.of();
        }
        String namespace =
                change.set().namespace() == null ? "" : " -n " + change.set().namespace();
        return List.of(Step.titled("See that the group has all its members")
                .because("A member that is not ONLINE counts for no majority.")
                .until(MySqlCommands.online("kubectl" + namespace, change.set().name(), members)));
    }
}
