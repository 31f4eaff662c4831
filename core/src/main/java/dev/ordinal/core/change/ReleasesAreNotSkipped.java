package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.image.ImageName;
import dev.ordinal.core.image.Release;
import dev.ordinal.core.image.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store is upgraded by releases that read each other's data. */
final class ReleasesAreNotSkipped implements ChangeRule {
    private static final Map<String, Upgrades> KNOWN = Table.of(ReleasesAreNotSkipped.class, "upgrades.txt", 4).stream()
            .collect(Collectors.toMap(
                    row -> row[0],
                    row -> new Upgrades(
                            Integer.parseInt(row[1]),
                            row[2].equals("yes"),
                            row[3].equals("none") ? List.of() : List.of(row[3].split(",", -1)))));

    @Override
    public String about() {
        return """
                The image of a well-known store goes to a release that reads the data of the one before: not back, not over a
                release at which its upgrade has to stop (MySQL 8.0 to 8.4 to 9.7, MongoDB and Cassandra one release after the
                other, Elasticsearch from the last minor of a major), and PostgreSQL not to another major at all, which needs
                `pg_upgrade` or a dump. The pods would come up one by one with a server that refuses their files. Judged by the
                tags; sets of presets are judged by their preset.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        return KeptContainer.withoutPreset(changed).stream().flatMap(this::check);
    }

    private Stream<Diagnostic> check(KeptContainer container) {
        ImageName before = KeptContainer.image(container.before());
        ImageName after = KeptContainer.image(container.after());
        Upgrades upgrades = KNOWN.get(after.repository());
        Release from = Release.of(before.tag());
        Release to = Release.of(after.tag());
        if (upgrades == null || !before.repository().equals(after.repository()) || !from.isKnown() || !to.isKnown()) {
            return Stream.empty();
        }
        String why = upgrades.refusal(from, to);
        return why == null ? Stream.empty() : Stream.of(finding(container, why, upgrades.way(from, to)));
    }

    private Diagnostic finding(KeptContainer container, String why, String way) {
        return new Diagnostic(
                Severity.ERROR,
                name(),
                container.set().ref(),
                container.path() + ".image",
                Shown.of(container.before().text("image")) + " -> "
                        + Shown.of(container.after().text("image")),
                why,
                way);
    }

    /**
     * What the server of an image can take over.
     *
     * @param parts how many numbers make a release
     * @param reads whether a newer release reads the files of an older one
     * @param stops the releases that an upgrade must not jump over
     */
    private record Upgrades(int parts, boolean reads, List<String> stops) {
        @Nullable
        String refusal(Release from, Release to) {
            int order = to.compareTo(from, parts);
            if (order == 0) {
                return null;
            } else if (order < 0) {
                return "an older release does not read the data that a newer one has written, and the members do not start";
            } else if (!reads) {
                return "the server does not read the files of another major release, and the members do not start";
            }
            String stop = stop(from, to);
            return stop == null
                    ? null
                    : "the way there leads over " + stop + ": the server refuses data that has not been through it";
        }

        /** The first release that would be jumped over. */
        private @Nullable String stop(Release from, Release to) {
            for (String stop : stops) {
                Release release = Release.of(stop);
                int numbers = release.numbers().size();
                if (from.compareTo(release, numbers) < 0 && to.compareTo(release, numbers) > 0) {
                    return stop;
                }
            }
            return null;
        }

        String way(Release from, Release to) {
            if (to.compareTo(from, parts) < 0) {
                return "keep the release, or restore a backup from before the upgrade into a new set";
            } else if (!reads) {
                return "make a new set of the new release, and bring the data there by a dump or by replication";
            }
            return "upgrade to " + stop(from, to) + " first, wait until all members are well, then go on";
        }
    }
}
