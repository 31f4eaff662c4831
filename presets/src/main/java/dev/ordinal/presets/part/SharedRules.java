package dev.ordinal.presets.part;

import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.StatefulApp;
import java.util.List;

/** What is to be said about the words that all presets share. */
public final class SharedRules {
    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private final Preset<?> preset;
    private final Findings findings;

    private SharedRules(Preset<?> preset, Findings findings) {
        this.preset = preset;
        this.findings = findings;
    }

    /**
     * Collects what is wrong.
     *
     * @param members those whose names are the longest
     * @param isClosed whether a network policy lets only those that are named read them
     */
    public static void check(Preset<?> preset, List<Member> members, boolean isClosed, Findings findings) {
        SharedRules rules = new SharedRules(preset, findings);
        rules.names(members);
        rules.image();
        rules.metrics(isClosed);
        rules.adjustments();
    }

    /** Collects what is wrong with a backup. */
    public static void check(Backup backup, Findings findings) {
        if (backup.keep() < 1) {
            findings.error(
                    "BackupKeepsArchives",
                    "backup.keep",
                    backup.keep(),
                    "each run removes all but so many archives, so the one just made would go, too",
                    "use keep(7), or leave out backup");
        }
    }

    private void names(List<Member> members) {
        String domain = preset.namespace().clusterDomain();
        // Of any other text that is no namespace's name the API server speaks itself; this one it takes for none.
        if (preset.namespace().name().filter(String::isEmpty).isPresent()) {
            findings.error(
                    "NamespaceHasAName",
                    "namespace",
                    "\"\"",
                    "no namespace has an empty name, so "
                            + (members.isEmpty()
                                    ? "names of Services"
                                    : "names such as " + members.get(0).dns(domain))
                            + " lead to nobody",
                    "use namespace(\"…\") with its name, or leave out namespace to take that of whoever applies the objects");
        }
        if (!isName(domain)) {
            findings.error(
                    "DomainIsDnsName",
                    "namespace.clusterDomain",
                    "\"" + domain + "\"",
                    "it is the end of every member's name, which no DNS server would know",
                    "use what the nodes' kubelets are told as clusterDomain, such as \"cluster.local\"");
        } else if (!members.isEmpty()) {
            String longest = members.get(members.size() - 1).dns(domain);
            if (longest.length() > LONGEST) {
                findings.error(
                        "MemberNamesAreShort",
                        "namespace.clusterDomain",
                        "\"" + domain + "\"",
                        "a name in DNS has 253 characters at most, and that of a member has " + longest.length()
                                + ", so nobody would find it",
                        "use shorter names for cluster and namespace, or a Kubernetes cluster with a shorter domain");
            }
        }
    }

    private void image() {
        String image = preset.version().image().orElse("");
        String said = preset.version().number();
        if (!image.isEmpty() && TaggedVersion.of(image).isOtherThan(said)) {
            findings.warning(
                    "ImageIsOfTheVersion",
                    "version.image",
                    "\"" + image + "\", for version " + said,
                    "rules, settings and run book go by the version that is said, and members run that of the image",
                    "say Version.of(…) with the version of this image, or use an image of " + said);
        }
    }

    /** What files, scripts and rules know the members by, before the user's changes and after. */
    private void adjustments() {
        if (preset.adjustments().isEmpty()) {
            return;
        }
        List<StatefulApp> before = preset.adjustments(List.of()).apps();
        List<StatefulApp> after = preset.apps();
        for (int i = 0; i < before.size(); i++) {
            String was = identity(before.get(i));
            String is = identity(after.get(i));
            if (!was.equals(is)) {
                findings.error(
                        "AdjustmentsKeepMembers",
                        "adjust",
                        was + " -> " + is,
                        "files, scripts and rules of this preset know its members by these, and would speak of others",
                        "say it by the preset's own words");
            }
        }
    }

    private static String identity(StatefulApp app) {
        String namespace = app.namespace().map(name -> name + "/").orElse("");
        String service = app.members().isEmpty() ? "" : app.members().get(0).service();
        return app.replicas() + " members of " + namespace + app.name() + " behind " + service + " from "
                + app.firstOrdinal() + " on, labelled " + app.identity();
    }

    /** The usual one needs no pattern, which every start would pay for. */
    private static boolean isName(String domain) {
        return domain.equals(Member.DEFAULT_DOMAIN) || domain.matches(LABEL + "(\\." + LABEL + ")*");
    }

    private void metrics(boolean isClosed) {
        if (preset.metrics()
                        .filter(metrics ->
                                metrics.isMonitored() && metrics.scrapers().isEmpty())
                        .isPresent()
                && isClosed) {
            findings.warning(
                    "MonitorIsLetIn",
                    "metrics.monitored",
                    true,
                    "the network policy lets nobody read the metrics, so every member looks as if it were down",
                    "say scraper(Peer.podsIn(\"monitoring\", \"app.kubernetes.io/name\", \"prometheus\")) of them, or where"
                            + " yours is");
        }
    }
}
