package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.dsl.Size;
import dev.ordinal.presets.part.Findings;
import dev.ordinal.presets.part.SharedRules;
import dev.ordinal.presets.part.SharedWords;
import java.util.List;

/** What only someone who knows ZooKeeper can see. */
final class ZooKeeperRules {
    private static final int MOST_MEMBERS = 7;
    private static final int LEAST_MINOR = 5;
    private static final Size LEAST_HEAP = Size.mib(128);

    private ZooKeeperRules() {}

    static List<Diagnostic> check(ZooKeeperEnsemble ensemble) {
        Findings findings =
                Findings.about("ZooKeeperEnsemble", ensemble.namespace().name(), ensemble.name());
        members(ensemble, findings);
        memory(ensemble, findings);
        version(ensemble, findings);
        AccessRules.check(ensemble, findings);
        SharedRules.check(
                ensemble,
                ZooKeeperRenderer.members(ensemble),
                SharedWords.of(ensemble).isClosed(),
                findings);
        ZooKeeperSettings.check(ensemble, findings);
        return findings.all();
    }

    private static void members(ZooKeeperEnsemble ensemble, Findings findings) {
        int members = ensemble.members();
        if (members > MOST_MEMBERS) {
            findings.error(
                    "EnsembleIsSmall",
                    "members",
                    members,
                    "every write waits for a majority, so more than 7 members are slower and hardly safer",
                    "use members(5), or members(7) to survive the loss of three");
        } else if (members < 1) {
            findings.error("EnsembleHasMembers", "members", members, "nothing would run", "use members(3)");
        } else if (members == 1 && !ensemble.isDevelopment()) {
            findings.error(
                    "EnsembleSurvivesOneMember",
                    "members",
                    "1",
                    "each restart of the one member stops everything that needs it, and its disk is the only copy",
                    "use members(3), or say development() if that does not matter");
        } else if (members % 2 == 0) {
            findings.error(
                    "EnsembleIsOdd",
                    "members",
                    members,
                    "a majority of " + members + " is " + (members / 2 + 1) + ", so " + members
                            + " members survive no more losses than " + (members - 1)
                            + ", and there is one more that can fail",
                    "use members(" + Math.max(3, Math.min(MOST_MEMBERS, members + 1)) + ")");
        }
    }

    private static void memory(ZooKeeperEnsemble ensemble, Findings findings) {
        if (ZooKeeperRenderer.heap(ensemble).compareTo(LEAST_HEAP) < 0) {
            findings.error(
                    "HeapIsEnough",
                    "resources.memory",
                    ensemble.resources().memory().toString(),
                    "all data is kept in the heap, and below " + LEAST_HEAP + " not even an empty ensemble runs well",
                    "use resources(mib(256)) or more");
        }
    }

    private static void version(ZooKeeperEnsemble ensemble, Findings findings) {
        ZooKeeperRenderer.IMAGE.check(ensemble, findings);
        int minor = ZooKeeperChanges.minor(ensemble.version().number());
        if (minor >= 0 && minor < LEAST_MINOR) {
            findings.error(
                    "VersionReadsMembers",
                    "version",
                    ensemble.version().number(),
                    "servers before 3.5 do not understand a list of members with client ports, and end at once",
                    "use version(\"3.9.5\")");
        }
    }
}
