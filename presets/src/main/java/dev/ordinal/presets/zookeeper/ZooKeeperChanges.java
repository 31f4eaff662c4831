package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.PresetChanges;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of changes of a running ensemble: its members, seal, passwords, encryption and version. For {@link java.util.ServiceLoader}. */
public final class ZooKeeperChanges implements PresetChanges {
    private static final int MINOR_WITH_NEW_FORMAT = 5;
    private static final int MINOR_WITH_NEW_SECURE_PORT = 10;

    /** For {@link java.util.ServiceLoader}. */
    public ZooKeeperChanges() {}

    @Override
    public String preset() {
        return "zookeeper";
    }

    @Override
    public Stream<Diagnostic> check(PresetChange change) {
        return Stream.of(members(change), seal(change), tls(change), PasswordChanges.check(change), version(change))
                .flatMap(Optional::stream);
    }

    private static Optional<Diagnostic> members(PresetChange change) {
        int before = change.before().number("members");
        int after = change.after().number("members");
        if (before < 1 || after < 1 || before == after) {
            return Optional.empty();
        } else if (!change.before().is("sealed")) {
            return Optional.of(change.error(
                    "MembersChangeWhenSealed",
                    "members",
                    "new members have empty disks and are still allowed to begin an ensemble with them: they may elect one of"
                            + " themselves, and the others throw their data away",
                    "apply it sealed() first, then change members"));
        } else if (before < after / 2 + 1) {
            return Optional.of(change.error(
                    "OldMembersAreMajority",
                    "members",
                    (before == 1
                                    ? "the one member that has the data is"
                                    : "the " + before + " members that have the data are")
                            + " no majority of " + after + ", and those without have no vote: nobody can lead",
                    before == 1
                            ? "start another ensemble with members(3), and copy what is needed"
                            : "go to members(" + Math.min(7, 2 * before - 1) + ") first"));
        }
        return change.replicasBefore() == 0
                ? Optional.empty()
                : Optional.of(
                        change.warning(
                                "MembersChangeOffline",
                                "members",
                                "if the pods roll, two lists of members are live for a while, and there can be two leaders whose"
                                        + " writes never meet again",
                                after < before
                                        ? "follow the plan: scale to "
                                                + new OtherMembers(ZooKeeperCommands.of(change), before, after).left()
                                                + " and see a write acknowledged, scale to 0, then apply"
                                        : "follow the plan: delete claims that former members have left, scale to 0, then apply"));
    }

    private static Optional<Diagnostic> seal(PresetChange change) {
        return change.before().is("sealed") && !change.after().is("sealed")
                ? Optional.of(change.error(
                        "SealStays",
                        "sealed",
                        "members with empty disks may again begin an ensemble of their own, and the others throw their data"
                                + " away",
                        "keep sealed(); take it off only to save the data of the last member, as the run book says"))
                : Optional.empty();
    }

    private static Optional<Diagnostic> tls(PresetChange change) {
        return changesTls(change) && change.replicasBefore() > 0
                ? Optional.of(change.warning(
                        "TlsChangesOffline",
                        "tls",
                        "while the pods roll, members with TLS and members without cannot hear each other, and there is no"
                                + " majority",
                        "follow the plan: scale to 0, then apply"))
                : Optional.empty();
    }

    static boolean changesTls(PresetChange change) {
        return change.changes("tls") && !change.before().value("tls").isEmpty();
    }

    private static Optional<Diagnostic> version(PresetChange change) {
        int before = minor(change.before().value("version"));
        int after = minor(change.after().value("version"));
        if (before < 0 || after < 0 || before == after) {
            return Optional.empty();
        } else if (before < MINOR_WITH_NEW_FORMAT && after >= MINOR_WITH_NEW_FORMAT) {
            return Optional.of(change.error(
                    "SnapshotExists",
                    "version",
                    "a server of 3.5 or later refuses a disk without a snapshot, which one of 3.4 may leave behind",
                    "roll it once with setting(\"snapshot.trust.empty\", \"true\"), then without"));
        } else if (after < before) {
            return Optional.of(change.warning(
                    "VersionGoesUp",
                    "version",
                    "nobody promises that a server of the older series reads what the newer one wrote",
                    "keep the series; to go back, start a new ensemble and copy what is needed"));
        } else if (before < MINOR_WITH_NEW_SECURE_PORT
                && after >= MINOR_WITH_NEW_SECURE_PORT
                && change.after().is("tls")) {
            return Optional.of(change.warning(
                    "SecurePortIsUnderstood",
                    "version",
                    "from 3.10 on the secure port is written in another form, so the two series may not understand each other's"
                            + " list of members",
                    "try it on a copy first"));
        }
        return Optional.empty();
    }

    /** The second number of a version 3.x; -1 for anything else. */
    static int minor(String version) {
        String[] parts = version.split("[.-]", -1);
        return parts.length > 1 && parts[0].equals("3") && parts[1].matches("\\d{1,4}")
                ? Integer.parseInt(parts[1])
                : -1;
    }

    private static boolean isOffline(PresetChange change) {
        int before = change.before().number("members");
        int after = change.after().number("members");
        return change.replicasBefore() > 0
                && ((before > 0 && after > 0 && before != after)
                        || changesTls(change)
                        || PasswordChanges.partMembers(change));
    }

    private static String whyStop(PresetChange change) {
        return change.changes("members")
                ? ZooKeeperCommands.TWO_LISTS
                : "Members with the change and members without cannot hear each other.";
    }

    @Override
    public List<Step> before(PresetChange change) {
        if (!isOffline(change)) {
            return PasswordChanges.before(change).toList();
        }
        ZooKeeperCommands commands = ZooKeeperCommands.of(change);
        int members = change.before().number("members");
        return Stream.of(
                        PasswordChanges.before(change),
                        Stream.of(commands.allServe(members)),
                        new OtherMembers(commands, members, change.after().number("members")).steps().stream(),
                        Stream.of(commands.stopAll(whyStop(change))))
                .flatMap(steps -> steps)
                .toList();
    }

    @Override
    public List<Step> after(PresetChange change) {
        Step allServe = ZooKeeperCommands.of(change).allServe(change.after().number("members"));
        return Stream.concat(isOffline(change) ? Stream.of(allServe) : Stream.of(), PasswordChanges.after(change))
                .toList();
    }
}
