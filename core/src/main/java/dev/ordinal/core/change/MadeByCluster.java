package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.yaml.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What {@code kubectl get} shows that nobody applied: claims of sets, what a controller owns, and what every namespace has.
 * That a wanted manifest lacks it says nothing.
 */
final class MadeByCluster {
    private static final Set<String> OF_EVERY_NAMESPACE =
            Set.of("ConfigMap kube-root-ca.crt", "ServiceAccount default", "Service kubernetes");

    /** Helm's records of what it installed, and tokens that a controller writes. */
    private static final Set<String> SECRETS = Set.of("helm.sh/release.v1", "kubernetes.io/service-account-token");

    private final List<Document> sets = new ArrayList<>();

    MadeByCluster(Collection<Document> running, Collection<Document> wanted) {
        sets.addAll(running);
        sets.addAll(wanted);
        sets.removeIf(document -> !document.ref().kind().equals("StatefulSet"));
    }

    boolean is(Document document) {
        ObjectRef ref = document.ref();
        Tree object = Tree.of(document.tree());
        return OF_EVERY_NAMESPACE.contains(ref.kind() + " " + ref.name())
                || (ref.kind().equals("Secret") && SECRETS.contains(object.text("type")))
                || object.field("metadata").each("ownerReferences").stream()
                        .anyMatch(owner -> Boolean.TRUE.equals(owner.get("controller")))
                || (isClaim(ref) && sets.stream().anyMatch(set -> makes(set, ref)));
    }

    /** Whether this is a claim that the controller of a set makes for some member. */
    static boolean makes(Document set, ObjectRef claim) {
        int dash = claim.name().lastIndexOf('-');
        return isClaim(claim)
                && ResourceGraph.sameNamespace(set.ref().namespace(), claim.namespace())
                && claim.name().substring(dash + 1).matches("[0-9]+")
                && Changed.templates(Tree.of(set.tree())).stream()
                        .anyMatch(template -> (template + "-" + set.ref().name())
                                .equals(claim.name().substring(0, Math.max(0, dash))));
    }

    private static boolean isClaim(ObjectRef ref) {
        return ref.kind().equals("PersistentVolumeClaim");
    }
}
