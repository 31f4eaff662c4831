package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.stream.Stream;

/** Neither deleting nor scaling a set deletes its data. */
final class RetentionKeepsData implements Rule {
    @Override
    public String about() {
        return """
                The `persistentVolumeClaimRetentionPolicy` of a StatefulSet keeps the claims. With `whenDeleted: Delete` the
                data goes with the set, also when somebody deletes it only to create it anew; with `whenScaled: Delete` members
                that come back are empty.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .filter(set -> set.claimTemplates().findAny().isPresent())
                .flatMap(set -> {
                    var policy = Sets.spec(set)
                            .field(
                                    "persistentVolumeClaimRetentionPolicy",
                                    StatefulSetSpec::getPersistentVolumeClaimRetentionPolicy);
                    return Stream.of(
                                    finding(
                                            policy.field("whenDeleted", p -> p.getWhenDeleted()),
                                            "whoever deletes the set deletes its data, also where it is only to be created anew"),
                                    finding(
                                            policy.field("whenScaled", p -> p.getWhenScaled()),
                                            Autoscaler.scales(graph, set)
                                                    ? "an autoscaler scales this set, and each time deletes the data of the last"
                                                            + " members; they come back empty"
                                                    : "scaling down deletes the data of the last members, and they come back"
                                                            + " empty"))
                            .flatMap(findings -> findings);
                });
    }

    private Stream<Diagnostic> finding(Located<String> word, String why) {
        return word.or("").equals("Delete")
                ? Stream.of(word.warning(name(), Text.found("Delete"), why, "write Retain, and delete claims by hand"))
                : Stream.empty();
    }
}
