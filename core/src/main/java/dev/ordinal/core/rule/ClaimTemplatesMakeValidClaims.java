package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the metadata of a claim template is good for a claim. */
final class ClaimTemplatesMakeValidClaims implements Rule {
    @Override
    public String about() {
        return """
                The labels and annotations of a claim template are well formed, and it carries no owners and no finalizers. The
                API server does not look there when it takes the StatefulSet; it refuses each claim, and the controller stops
                before the first pod. An owner that was copied from somewhere makes the garbage collector delete the claim, and
                a finalizer keeps it for ever.""";
    }

    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
    private static final String PART = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern KEY = Pattern.compile("(?=.{1,253}/|[^/]*$)(" + PART + "(\\." + PART + ")*/)?" + NAME);
    private static final Pattern VALUE = Pattern.compile("(" + NAME + ")?");

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .flatMap(Workload::claimTemplates)
                .map(template -> template.field("metadata", PersistentVolumeClaim::getMetadata))
                .flatMap(metadata -> Stream.of(labels(metadata), annotations(metadata), copied(metadata))
                        .flatMap(findings -> findings));
    }

    private Stream<Diagnostic> labels(Located<ObjectMeta> metadata) {
        return metadata.entries("labels", ObjectMeta::getLabels)
                .filter(label ->
                        !KEY.matcher(String.valueOf(label.get().getKey())).matches()
                                || !VALUE.matcher(label.get().getValue()).matches())
                .map(label -> malformed(
                        label, label.get().getKey() + ": " + label.get().getValue()));
    }

    private Stream<Diagnostic> annotations(Located<ObjectMeta> metadata) {
        return metadata.entries("annotations", ObjectMeta::getAnnotations)
                .filter(annotation -> !KEY.matcher(
                                String.valueOf(annotation.get().getKey()).toLowerCase(Locale.ROOT))
                        .matches())
                .map(annotation -> malformed(annotation, annotation.get().getKey()));
    }

    private Diagnostic malformed(Located<?> place, String found) {
        return place.error(
                name(),
                Text.found(found),
                "the API server takes the set but refuses its claims, so that not one pod is made",
                "write a key and a value of letters, digits, -, _ and ., each at most 63 characters long, with a"
                        + " letter or a digit at both ends");
    }

    private Stream<Diagnostic> copied(Located<ObjectMeta> metadata) {
        return Stream.concat(
                metadata.each("ownerReferences", ObjectMeta::getOwnerReferences)
                        .map(owner -> owner.error(
                                name(),
                                Text.found(owner.map(OwnerReference::getName).or("")),
                                "each claim gets this owner, and is deleted with its data when the owner is not there",
                                "remove ownerReferences")),
                metadata.each("finalizers", ObjectMeta::getFinalizers)
                        .filter(finalizer -> !finalizer.get().equals("kubernetes.io/pvc-protection"))
                        .map(finalizer -> finalizer.warning(
                                name(),
                                Text.found(finalizer.get()),
                                "each claim gets this finalizer, and is never gone when it is deleted",
                                "remove finalizers")));
    }
}
