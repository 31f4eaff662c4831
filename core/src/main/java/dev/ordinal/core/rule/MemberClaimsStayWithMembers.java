package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** No other workload mounts the claim of a member. */
final class MemberClaimsStayWithMembers implements Rule {
    @Override
    public String about() {
        return """
                No Job, CronJob or other workload mounts the claim of a member of a StatefulSet, unless many nodes may mount it.
                A disk for one node keeps the Job's pod Pending while the member runs elsewhere, or the member while the Job
                runs. A workload that asks to be on the node of other pods (`podAffinity`) or names its node is accepted.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Reference reference : graph.references(Relation.MOUNTS)) {
            if (!reference.to().kind().equals("PersistentVolumeClaim")) {
                continue;
            }
            Located<HasMetadata> claim = graph.find(reference.to()).orElse(null);
            if (claim != null
                    && Made.of(graph).claims().contains(claim.object())
                    && isForOneNode(claim.get())
                    && !isPlaced(graph, reference.from().object())) {
                found.accept(finding(reference, claim.object()));
            }
        }
    }

    /** The claims that the controller makes, or takes over where the manifest has one of that name. */
    private record Made(Set<ObjectRef> claims) {
        static Made of(ResourceGraph graph) {
            Made known = graph.kept(Made.class);
            return known == null ? graph.keep(in(graph)) : known;
        }

        private static Made in(ResourceGraph graph) {
            Set<ObjectRef> claims = new HashSet<>();
            for (HasMetadata claim : graph.claims()) {
                claims.add(ResourceGraph.refOf(claim));
            }
            return new Made(claims);
        }
    }

    private Diagnostic finding(Reference reference, ObjectRef claim) {
        return reference
                .from()
                .warning(
                        name(),
                        Text.found(claim.name()),
                        "that is the disk of a member, and one node at a time may mount it: either this pod or the member"
                                + " waits while the other runs",
                        "read the data through the member, or from a snapshot of its volume");
    }

    private static boolean isForOneNode(HasMetadata claim) {
        List<String> modes = claim instanceof PersistentVolumeClaim c
                        && c.getSpec() != null
                        && c.getSpec().getAccessModes() != null
                ? c.getSpec().getAccessModes()
                : List.of();
        return modes.stream().noneMatch(mode -> mode != null && mode.endsWith("Many"));
    }

    private static boolean isPlaced(ResourceGraph graph, ObjectRef user) {
        for (Workload workload : graph.workloadsIn(user.namespace())) {
            Affinity affinity = workload.podSpec().getAffinity();
            if (workload.ref().equals(user)
                    && (workload.podSpec().getNodeName() != null
                            || (affinity != null && affinity.getPodAffinity() != null))) {
                return true;
            }
        }
        return false;
    }
}
