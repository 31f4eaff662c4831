package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.references(Relation.MOUNTS)
                .filter(reference -> reference.to().kind().equals("PersistentVolumeClaim"))
                .flatMap(reference -> graph.find(reference.to()).stream()
                        .filter(claim ->
                                graph.derived(Made.class, Made::by).claims().contains(claim.get())
                                        && isForOneNode(claim.get()))
                        .filter(claim -> graph.workloads(reference.from().object()).stream()
                                .filter(w -> w.ref().equals(reference.from().object()))
                                .noneMatch(MemberClaimsStayWithMembers::isPlaced))
                        .map(claim -> finding(reference, claim.object())));
    }

    private record Made(Set<HasMetadata> claims) {
        static Made by(ResourceGraph graph) {
            return new Made(new HashSet<>(graph.claims()));
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

    private static boolean isPlaced(Workload workload) {
        return workload.pod()
                        .map(PodSpec::getAffinity)
                        .map(Affinity::getPodAffinity)
                        .isPresent()
                || workload.pod().map(PodSpec::getNodeName).isPresent();
    }
}
