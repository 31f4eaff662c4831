package dev.ordinal.presets.mongodb;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.dsl.Size;
import dev.ordinal.presets.mongodb.MongoVersions.Series;
import dev.ordinal.presets.part.Findings;
import dev.ordinal.presets.part.Outside;
import dev.ordinal.presets.part.SharedRules;
import dev.ordinal.presets.part.SharedWords;
import java.util.List;
import java.util.Optional;

/** What only someone who knows MongoDB can see. */
final class MongoRules {
    private static final Size LEAST_MEMORY = Size.mib(512);
    private static final int MOST_VOTERS = 7;
    private static final int MOST_MEMBERS = 50;
    private static final int MOST_CACHE_PERCENT = 80;
    private static final int MOST_OPLOG_PERCENT = 50;
    private static final long LEAST_OPLOG_MB = 990;

    private MongoRules() {}

    static List<Diagnostic> check(MongoReplicaSet set) {
        Findings findings = Findings.about("MongoReplicaSet", set.namespace().name(), set.name());
        voters(set, findings);
        members(set, findings);
        memory(set, findings);
        oplog(set, findings);
        version(set, findings);
        SharedRules.check(set, MongoNames.members(set), SharedWords.of(set).isClosed(), findings);
        if (set.backup().isPresent()) {
            SharedRules.check(set.backup().get(), findings);
        }
        MongoNames.outside(set).ifPresent(outside -> external(set, outside, findings));
        MongoSettings.check(set, findings);
        return findings.all();
    }

    private static void voters(MongoReplicaSet set, Findings findings) {
        int members = set.members().voting();
        if (members < 1) {
            findings.error("SetHasMembers", "members", members, "nothing would run", "use members(3)");
        } else if (members > MOST_VOTERS) {
            findings.error(
                    "VotersAreSevenAtMost",
                    "members",
                    members,
                    "a set has at most 7 votes, and the server refuses the eighth",
                    "use members(7), and say " + (set.members().readers() + members - MOST_VOTERS) + " readers");
        } else if (members == 1 && !set.isDevelopment()) {
            findings.error(
                    "SetSurvivesOneMember",
                    "members",
                    members,
                    "each restart of the one member stops everything that needs it, and its disk is the only copy",
                    "use members(3), or say development() if that does not matter");
        } else if (members % 2 == 0) {
            findings.error(
                    "VotersAreOdd",
                    "members",
                    members,
                    "a majority of " + members + " is " + (members / 2 + 1) + ", so " + members
                            + " members survive no more losses than " + (members - 1)
                            + ", and there is one more that can fail",
                    "use members(" + (members + 1) + "), or members(" + Math.max(3, members - 1)
                            + ") and one reader more");
        }
    }

    private static void members(MongoReplicaSet set, Findings findings) {
        if (set.members().readers() < 0) {
            findings.error(
                    "ReadersAreNotNegative",
                    "members.readers",
                    set.members().readers(),
                    "there cannot be fewer than none",
                    "remove readers(…)");
        } else if (set.members().all() > MOST_MEMBERS) {
            findings.error(
                    "MembersAreFiftyAtMost",
                    "members",
                    set.members().all(),
                    "a set has at most 50 members, and the server refuses the next one",
                    "use readers("
                            + (MOST_MEMBERS
                                    - Math.min(MOST_VOTERS, set.members().voting())) + ") or fewer");
        }
        if (!set.members().replicaSet().matches("[A-Za-z][A-Za-z0-9_-]{0,127}")) {
            findings.error(
                    "ReplicaSetHasName",
                    "members.replicaSet",
                    "\"" + set.members().replicaSet() + "\"",
                    "clients name the set in their connection strings, where other characters mean something else",
                    "use a letter, then letters, digits, _ and -, such as replicaSet(\"rs0\")");
        }
        if (set.members().hasArbiter()) {
            findings.error(
                    "MembersHoldData",
                    "members.arbiter",
                    true,
                    "an arbiter votes but holds no data: with one data member away, writes that must be safe on a majority"
                            + " wait for ever, and the cache of the last one fills until it stalls",
                    "remove arbiter() and use members(3), which all hold the data");
        }
    }

    private static void memory(MongoReplicaSet set, Findings findings) {
        if (set.resources().memory().compareTo(LEAST_MEMORY) < 0) {
            findings.error(
                    "MemoryIsEnough",
                    "resources.memory",
                    set.resources().memory(),
                    "the cache alone takes 256 MiB, and the kernel would kill the server before it serves anybody",
                    "use resources(gib(2)) or more");
        } else if (set.resources().memory().compareTo(Size.gib(1)) < 0) {
            findings.warning(
                    "MemoryIsEnough",
                    "resources.memory",
                    set.resources().memory(),
                    "the cache alone takes 256 MiB at least, and what sorts and connections need beside it may not fit",
                    "use resources(gib(2)) or more");
        }
        String said = set.settings().get(MongodConf.CACHE);
        if (said == null) {
            return;
        }
        Optional<Double> cache = number(said);
        if (cache.isEmpty()
                || (long) (cache.get() * (1L << 30))
                        > set.resources().memory().percent(MOST_CACHE_PERCENT).bytes()) {
            findings.error(
                    "CacheLeavesRoom",
                    "settings[" + MongodConf.CACHE + "]",
                    "\"" + said + "\"",
                    "the server needs memory beside its cache, so with "
                            + set.resources().memory() + " in all the kernel will kill members under load",
                    "use at most 80 % of the memory, in GiB, or remove the setting: half of what is above 1 GiB is taken");
        }
    }

    private static void oplog(MongoReplicaSet set, Findings findings) {
        String said = set.settings().get(MongodConf.OPLOG);
        String word = said == null ? "storage" : "settings[" + MongodConf.OPLOG + "]";
        String found = said == null ? set.storage().size().toString() : "\"" + said + "\"";
        double megabytes = said == null ? MongodConf.oplogMb(set) : number(said).orElse(Double.MAX_VALUE);
        if (megabytes > set.storage().size().percent(MOST_OPLOG_PERCENT).toMib()) {
            findings.error(
                    "OplogLeavesRoom",
                    word,
                    found,
                    "the log of changes" + (said == null ? ", 990 MB at least," : "")
                            + " would take more than half of the disk of "
                            + set.storage().size(),
                    said == null ? "use storage(gib(2)) or more" : "use at most half of the disk, in MB");
        } else if (megabytes < LEAST_OPLOG_MB) {
            findings.warning(
                    "OplogReachesBack",
                    word,
                    found,
                    "a member that was away for longer than this log reaches back must copy all data anew",
                    "use 990 or more, or remove the setting");
        }
    }

    private static void version(MongoReplicaSet set, Findings findings) {
        Optional<Series> series = MongoVersions.of(set.version().number());
        MongoVersions.IMAGE.check(set, findings);
        if (series.isEmpty()) {
            findings.warning(
                    "VersionIsKnown",
                    "version",
                    set.version().number(),
                    "nothing is known of this series here, so upgrades from it and to it cannot be judged",
                    "use a version of one of these series: " + MongoVersions.known());
        } else if (!series.get().lasting()) {
            findings.warning(
                    "VersionIsLongLived",
                    "version",
                    set.version().number(),
                    "a series between the long-lived ones gets corrections for a short time only (its end: "
                            + series.get().end() + ")",
                    "use version(\"" + MongoVersions.IMAGE.version() + "\")");
        }
    }

    private static void external(MongoReplicaSet set, Outside outside, Findings findings) {
        outside.check(set.clients(), findings);
        outside.hosts().stream()
                .filter(Outside::isAddress)
                .findFirst()
                .ifPresent(host -> findings.error(
                        "OutsideIsByName",
                        "external",
                        "\"" + host + "\"",
                        "a client's TLS greeting carries names only, so the server refuses a configuration with an address in it",
                        "use a host name, which DNS leads to that address"));
        if (set.tls().isEmpty()) {
            findings.error(
                    "OutsideNeedsTls",
                    "external",
                    outside.said(),
                    "a member tells from the name in a client's TLS greeting whether it comes from outside; without TLS it"
                            + " answers with addresses that only the cluster knows",
                    "say tls(\"…\") with certificates that name the members outside as well");
        }
    }

    private static Optional<Double> number(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,6})?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }
}
