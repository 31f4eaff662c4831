package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.yaml.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The objects that come and go, and what becomes of the claims of sets that go. */
final class Comings {
    private final Manifest running;
    private final List<ObjectChange> objects = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    Comings(Manifest running, Map<String, Document> before, Map<String, Document> after) {
        this.running = running;
        MadeByCluster made = new MadeByCluster(before.values(), after.values());
        List<Document> gone = documents(before, after).stream()
                .filter(going -> !made.is(going))
                .toList();
        Set<Document> replaced = new LinkedHashSet<>();
        for (Document coming : documents(after, before)) {
            Optional<Document> old = gone.stream()
                    .filter(going -> !replaced.contains(going) && isRenamed(going, coming))
                    .findFirst();
            old.ifPresent(replaced::add);
            objects.add(old.map(going -> renamed(going, coming)).orElseGet(() -> ObjectChange.appears(coming.ref())));
        }
        gone.stream()
                .filter(going -> !replaced.contains(going))
                .map(this::vanished)
                .forEach(objects::add);
    }

    List<ObjectChange> objects() {
        return objects;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    private static List<Document> documents(Map<String, Document> from, Map<String, Document> without) {
        return from.entrySet().stream()
                .filter(entry -> !without.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(document -> document.model() != null)
                .toList();
    }

    /**
     * Whether one set takes the place of another: it selects the same pods, or asks for the same claims. In another namespace it
     * has the same name, too, and both namespaces are written: of one that is not, it is not known which it is.
     */
    private static boolean isRenamed(Document going, Document coming) {
        boolean moves = !space(going).equals(space(coming));
        boolean hasName = going.ref().name().equals(coming.ref().name());
        if (!isSet(going) || !isSet(coming) || (moves && !(hasName && areWritten(going, coming)))) {
            return false;
        }
        Tree before = Live.filled("StatefulSet", going.tree()).field("spec");
        Tree after = Live.filled("StatefulSet", coming.tree()).field("spec");
        return alike(before, after, "selector")
                || (!before.each("volumeClaimTemplates").isEmpty() && alike(before, after, "volumeClaimTemplates"));
    }

    private static boolean areWritten(Document going, Document coming) {
        return going.ref().namespace() != null && coming.ref().namespace() != null;
    }

    private static boolean alike(Tree before, Tree after, String field) {
        return Difference.between(
                        "StatefulSet", Tree.of(Map.of("spec", before.map())), Tree.of(Map.of("spec", after.map())))
                .stream()
                .noneMatch(part -> part.touches("spec." + field));
    }

    private ObjectChange renamed(Document going, Document coming) {
        List<String> claims = claims(going);
        boolean stay = staysBehind(going);
        if (!claims.isEmpty() && !space(going).equals(space(coming))) {
            // No more than a warning: namesakes in two namespaces may be two stores, of which one is given up.
            findings.add(new Diagnostic(
                    Severity.WARNING,
                    "SetKeepsItsNamespace",
                    coming.ref(),
                    "metadata.namespace",
                    Shown.of(space(coming)),
                    "the set " + going.ref().name() + " of the namespace " + space(going) + ", which it replaces, "
                            + (stay ? "leaves its data behind in " : "is deleted with its data in ")
                            + Changed.some(claims) + ", and claims are of one namespace; the new pods start empty",
                    "write namespace: " + space(going) + ", or move the data to claims of the new namespace before"));
        } else if (!claims.isEmpty()) {
            findings.add(new Diagnostic(
                    Severity.ERROR,
                    "SetKeepsItsName",
                    coming.ref(),
                    "metadata.name",
                    Shown.of(coming.ref().name()),
                    "the set " + going.ref().name() + ", which it replaces, "
                            + (stay ? "leaves its data behind in " : "is deleted with its data in ")
                            + Changed.some(claims)
                            + "; the new pods start empty",
                    "write name: " + going.ref().name() + ", or move the data to claims of the new name before"));
        }
        return new ObjectChange(coming.ref(), ObjectChange.Kind.RENAMED, going.ref(), claims, stay);
    }

    private ObjectChange vanished(Document going) {
        ObjectRef ref = going.ref();
        List<String> claims = claims(going);
        boolean stay = staysBehind(going);
        if (ref.kind().equals("PersistentVolumeClaim") || !(stay || claims.isEmpty())) {
            findings.add(new Diagnostic(
                    Severity.WARNING,
                    "PruningKeepsData",
                    ref,
                    "",
                    "nothing of it in the wanted manifest",
                    "pruning it deletes " + (claims.isEmpty() ? "the claim" : Changed.some(claims))
                            + " with what is on it",
                    "keep the object, or make a copy of the data before"));
        }
        return new ObjectChange(ref, ObjectChange.Kind.VANISHES, ref, claims, stay);
    }

    private List<String> claims(Document going) {
        if (!isSet(going)) {
            return List.of();
        }
        Stream<ObjectRef> made = running.graph().claims().stream().map(ResourceGraph::refOf);
        // Who scaled the set down left more of them.
        Stream<ObjectRef> left =
                staysBehind(going) ? running.documents().stream().map(Document::ref) : Stream.empty();
        return Stream.concat(made, left)
                .filter(claim -> MadeByCluster.makes(going, claim))
                .map(ObjectRef::name)
                .distinct()
                .toList();
    }

    private static boolean staysBehind(Document going) {
        return !Live.filled("StatefulSet", going.tree())
                .at("spec", "persistentVolumeClaimRetentionPolicy")
                .text("whenDeleted")
                .equals("Delete");
    }

    private static boolean isSet(Document document) {
        return document.ref().kind().equals("StatefulSet");
    }

    private static String space(Document document) {
        return document.ref().namespace() == null ? "default" : document.ref().namespace();
    }
}
