package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The claim of an ephemeral volume is nobody else's. */
final class EphemeralClaimsDoNotCollide implements Rule {
    private static final int MOST_MEMBERS = 10_000;

    @Override
    public String about() {
        return """
                An ephemeral volume makes a claim that is named pod-volume, such as `orders-db-0-scratch`, and no other claim of
                the manifest has that name. A pod does not start while a claim that is not its own stands there.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (Located<Volume> volume : set.volumes()) {
                String name = volume.get().getName();
                String claim = volume.get().getEphemeral() == null || name == null ? null : taken(graph, set, name);
                if (claim != null) {
                    found.accept(finding(volume.field("name", Volume::getName), claim));
                }
            }
        }
    }

    /** The first claim of the volume that is another one's too. */
    private static @Nullable String taken(ResourceGraph graph, Workload set, String volume) {
        List<Member> members = graph.members(set.statefulSet().get());
        for (Member member : members.subList(0, Math.min(members.size(), MOST_MEMBERS))) {
            String claim = member.pod() + "-" + volume;
            if (graph.find(PersistentVolumeClaim.class, set.ref().namespace(), claim)
                    .isPresent()) {
                return claim;
            }
        }
        return null;
    }

    private Diagnostic finding(Located<String> name, String claim) {
        return name.error(
                name(),
                Text.found(name.get()),
                "its claim would be " + claim + ", which another one in this manifest is called; the pod waits"
                        + " until that is gone",
                "give the volume another name");
    }
}
