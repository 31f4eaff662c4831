package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What rules about changes look at.
 *
 * @param updates the objects that are in both manifests, as the server would make them
 * @param unsaid the namespace into which the wanted manifest is put, if it says none itself
 */
record Changed(Manifest running, Manifest wanted, List<Update> updates, Optional<String> unsaid) {
    /** The updates of StatefulSets that differ at all. */
    Stream<Update> sets() {
        return updates.stream()
                .filter(update -> update.ref().kind().equals("StatefulSet"))
                .filter(update -> !update.parts().isEmpty());
    }

    /** The names of the claims of a set's running members, for one template or for all. */
    static List<String> claims(Update set, List<String> templates) {
        Tree spec = set.running().field("spec");
        int start = (int) spec.field("ordinals").number("start", 0);
        int replicas = (int) spec.number("replicas", 1);
        return templates.stream()
                .flatMap(template -> IntStream.range(start, start + Math.min(replicas, 1000))
                        .mapToObj(ordinal -> template + "-" + set.ref().name() + "-" + ordinal))
                .toList();
    }

    static List<String> templates(Tree set) {
        return set.field("spec").each("volumeClaimTemplates").stream()
                .map(template -> template.field("metadata").text("name"))
                .toList();
    }

    /** A few names, and how many more there are. */
    static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(3, names.size())))
                + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : "");
    }

    /** The name of a pod by its index among the members. */
    static String pod(ObjectRef set, Tree object, long index) {
        return set.name() + "-" + (object.at("spec", "ordinals").number("start", 0) + index);
    }
}
