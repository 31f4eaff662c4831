package dev.ordinal.presets.mongodb;

import dev.ordinal.core.change.Facts;
import dev.ordinal.core.change.PresetChange;
import dev.ordinal.core.change.PresetChanges;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of changes of a running replica set: its name, members, version and seal. For {@link java.util.ServiceLoader}. */
public final class MongoChanges implements PresetChanges {
    private static final List<String> TLS_STEPS = List.of("disabled", "allowTLS", "preferTLS", "requireTLS");

    /** For {@link java.util.ServiceLoader}. */
    public MongoChanges() {}

    @Override
    public String preset() {
        return "mongodb";
    }

    @Override
    public Stream<Diagnostic> check(PresetChange change) {
        return Stream.of(name(change), domain(change), members(change), seal(change), tls(change), version(change))
                .flatMap(Optional::stream);
    }

    private static Optional<Diagnostic> name(PresetChange change) {
        return when(change.changes("replica-set"))
                .map(yes -> change.error(
                        "ReplicaSetKeepsItsName",
                        "replica-set",
                        "the name is on every disk, and a server that is started under another name finds no set",
                        "keep the name; to change it, restore a backup into a new set"));
    }

    private static Optional<Diagnostic> domain(PresetChange change) {
        return when(change.changes("domain"))
                .map(yes -> change.error(
                        "MembersKeepTheirDomain",
                        "domain",
                        "the members know each other by names in the old domain, and would not find themselves in the set",
                        "keep the domain; to change it, restore a backup into a new set"));
    }

    private static Optional<Diagnostic> members(PresetChange change) {
        int before = change.before().number("members");
        int after = change.after().number("members");
        if (before > 0 && after > before && !change.before().is("sealed")) {
            return Optional.of(change.warning(
                    "MembersChangeWhenSealed",
                    "members",
                    "the set may still be about to begin, and members with empty disks are among those that may begin it",
                    "apply it sealed() first, then change members"));
        }
        return when(after > 0 && after < before && 2 * after <= before)
                .map(yes -> change.warning(
                        "MembersLeaveFirst",
                        "members",
                        "if the pods end before the set has let go of them, those that remain are no majority of the old"
                                + " members, and nobody can become primary",
                        "follow the plan: change the list first, wait until the members are gone, then apply this"));
    }

    private static Optional<Diagnostic> seal(PresetChange change) {
        return when(change.before().is("sealed") && !change.after().is("sealed"))
                .map(yes -> change.error(
                        "SealStays",
                        "sealed",
                        "should all disks be empty one day, the first member begins a new set, and clients write into it as if"
                                + " nothing had happened",
                        "keep sealed(); take it off only to begin anew from a backup, and put it on again"));
    }

    private static Optional<Diagnostic> tls(PresetChange change) {
        int before = TLS_STEPS.indexOf(change.before().value("tls"));
        int after = TLS_STEPS.indexOf(change.after().value("tls"));
        if (before < 0 || after < 0 || Math.abs(after - before) < 2) {
            return Optional.empty();
        }
        String next = TLS_STEPS.get(before + Integer.signum(after - before));
        return Optional.of(change.error(
                "TlsComesInSteps",
                "tls",
                "while the pods roll, members of the old kind and of the new kind do not understand each other, and there is"
                        + " no majority",
                "go by disabled, allowTLS, preferTLS, requireTLS, one roll-out each; next: "
                        + (next.equals("disabled") ? "no tls" : "tls(…).setting(\"net.tls.mode\", \"" + next + "\")")));
    }

    private static Optional<Diagnostic> version(PresetChange change) {
        String before = MongoVersions.series(change.before().value("version"));
        String after = MongoVersions.series(change.after().value("version"));
        if (before.equals(after) || from(after).filter(before::equals).isPresent()) {
            return Optional.empty();
        }
        if (from(before).filter(after::equals).isPresent()) {
            return Optional.of(change.warning(
                    "FeatureVersionReadsBack",
                    "version",
                    "a server of " + after + " refuses to start on data whose feature version is already " + before,
                    "follow the plan: the feature version must still be " + after));
        }
        return Optional.of(change.error(
                "VersionsFollowEachOther",
                "version",
                "a server starts only on data of its own series or of the one before it; the pods would fail one by one",
                from(after)
                        .map(step -> "go to " + step + " first, then to " + after)
                        .orElse("use a version of one of these series: " + MongoVersions.known())));
    }

    private static Optional<String> from(String series) {
        return MongoVersions.of(series).map(MongoVersions.Series::from);
    }

    @Override
    public List<Step> before(PresetChange change) {
        List<Step> steps = new ArrayList<>();
        MongoCommands commands = MongoCommands.of(change);
        String before = MongoVersions.series(change.before().value("version"));
        String after = MongoVersions.series(change.after().value("version"));
        if (!before.equals(after)) {
            boolean up = from(after).filter(before::equals).isPresent();
            steps.add(commands.featureVersionIs(up ? before : after));
        }
        if (size(change.after()) > 0 && size(change.after()) < size(change.before())) {
            steps.add(commands.shrinkList(size(change.after())));
        }
        return steps;
    }

    @Override
    public List<Step> after(PresetChange change) {
        List<Step> steps = new ArrayList<>();
        MongoCommands commands = MongoCommands.of(change);
        String before = MongoVersions.series(change.before().value("version"));
        String after = MongoVersions.series(change.after().value("version"));
        if (size(change.after()) > size(change.before()) && size(change.before()) > 0) {
            steps.add(commands.awaitMembers(size(change.after())));
        }
        if (!before.equals(after) && from(after).filter(before::equals).isPresent()) {
            steps.add(commands.raiseFeatureVersion(after));
        }
        return steps;
    }

    private static int size(Facts facts) {
        int members = facts.number("members");
        return members < 0 ? -1 : members + Math.max(0, facts.number("readers"));
    }

    private static Optional<Boolean> when(boolean condition) {
        return condition ? Optional.of(true) : Optional.empty();
    }
}
