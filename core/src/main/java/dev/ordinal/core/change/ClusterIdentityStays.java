package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.image.Table;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The names by which members know their cluster stay what they are. */
final class ClusterIdentityStays implements ChangeRule {
    private static final List<Identity> KNOWN = Table.of(ClusterIdentityStays.class, "identities.txt", 4).stream()
            .map(row -> new Identity(row[0], row[1], row[2].equals("one"), row[3]))
            .toList();

    @Override
    public String about() {
        return """
                What names the cluster to the members of a well-known store stays the same: Kafka's cluster id, a replica set's
                name, the UUID of a MySQL group, Cassandra's cluster name, data centre and rack. Of lists of members to ask, such
                as Cassandra's seeds, at least one entry stays. Members are replaced one by one, and one that goes by another name
                does not find the others, or does not start. Sets of presets are judged by their preset.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        return KeptContainer.withoutPreset(changed).stream().flatMap(container -> KNOWN.stream()
                .filter(identity -> identity.isLost(container))
                .map(identity -> finding(container, identity)));
    }

    private Diagnostic finding(KeptContainer container, Identity identity) {
        return new Diagnostic(
                Severity.ERROR,
                name(),
                container.set().ref(),
                container.path() + (identity.setting.startsWith("--") ? ".args" : ".env"),
                identity.setting + ": " + shown(identity.value(container.before())) + " -> "
                        + shown(identity.value(container.after())),
                "each member that comes up with it is alone: " + identity.consequence,
                identity.isList
                        ? "keep at least one of the entries until all members have the new list"
                        : "keep " + shown(identity.value(container.before()))
                                + "; another cluster is another set, to which the data is copied");
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : Shown.of(value);
    }

    /**
     * A setting that makes a cluster this cluster.
     *
     * @param isList whether it is a list of members, of which one must stay
     */
    private record Identity(String image, String setting, boolean isList, String consequence) {
        String value(Tree container) {
            return Objects.requireNonNullElse(KeptContainer.setting(container, setting), "");
        }

        boolean isLost(KeptContainer container) {
            if (!KeptContainer.image(container.after()).repository().equals(image)) {
                return false;
            }
            String before = KeptContainer.setting(container.before(), setting);
            String after = KeptContainer.setting(container.after(), setting);
            if (before == null || after == null) {
                return false;
            }
            return isList
                    ? !before.isEmpty() && !after.isEmpty() && !haveOneInCommon(before, after)
                    : !before.equals(after);
        }

        private static boolean haveOneInCommon(String before, String after) {
            Set<String> kept = new HashSet<>(entries(before));
            kept.retainAll(entries(after));
            return !kept.isEmpty();
        }

        private static List<String> entries(String list) {
            return Arrays.stream(list.split("[\\s,]+"))
                    .filter(entry -> !entry.isEmpty())
                    .toList();
        }
    }
}
