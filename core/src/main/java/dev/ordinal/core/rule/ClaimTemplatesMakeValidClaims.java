package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Locale;
import java.util.function.Consumer;

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

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
                ObjectMeta metadata = template.get().getMetadata();
                if (metadata != null) {
                    check(template.step("metadata", metadata), found);
                }
            }
        }
    }

    private void check(Located<ObjectMeta> metadata, Consumer<Diagnostic> found) {
        for (var label : metadata.entries("labels", metadata.get().getLabels())) {
            String key = String.valueOf(label.get().getKey());
            String value = label.get().getValue();
            if (!isKey(key) || !(value.isEmpty() || isName(value))) {
                found.accept(malformed(label, key + ": " + value));
            }
        }
        for (var annotation : metadata.entries("annotations", metadata.get().getAnnotations())) {
            String key = String.valueOf(annotation.get().getKey());
            if (!isKey(key.toLowerCase(Locale.ROOT))) {
                found.accept(malformed(annotation, key));
            }
        }
        copied(metadata, found);
    }

    private static boolean isKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? isName(key)
                : slash <= 253 && isDomain(key.substring(0, slash)) && isName(key.substring(slash + 1));
    }

    private static boolean isName(String text) {
        boolean isGood = !text.isEmpty() && text.length() <= 63;
        for (int i = 0; i < text.length() && isGood; i++) {
            boolean isInside = i > 0 && i < text.length() - 1;
            isGood = isAlphanumeric(text.charAt(i)) || (isInside && "-_.".indexOf(text.charAt(i)) >= 0);
        }
        return isGood;
    }

    private static boolean isDomain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i == 0 ? '.' : text.charAt(i - 1);
            char after = i == text.length() - 1 ? '.' : text.charAt(i + 1);
            boolean isGood = c == '-'
                    ? before != '.' && after != '.'
                    : c == '.'
                            ? isAlphanumeric(before) && isAlphanumeric(after)
                            : isAlphanumeric(c) && !(c >= 'A' && c <= 'Z');
            if (!isGood) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private Diagnostic malformed(Located<?> place, String text) {
        return place.error(
                name(),
                Text.found(text),
                "the API server takes the set but refuses its claims, so that not one pod is made",
                "write a key and a value of letters, digits, -, _ and ., each at most 63 characters long, with a"
                        + " letter or a digit at both ends");
    }

    private void copied(Located<ObjectMeta> metadata, Consumer<Diagnostic> found) {
        for (Located<OwnerReference> owner :
                metadata.items("ownerReferences", metadata.get().getOwnerReferences())) {
            found.accept(owner.error(
                    name(),
                    Text.found(owner.map(OwnerReference::getName).or("")),
                    "each claim gets this owner, and is deleted with its data when the owner is not there",
                    "remove ownerReferences"));
        }
        for (Located<String> finalizer :
                metadata.items("finalizers", metadata.get().getFinalizers())) {
            if (!finalizer.get().equals("kubernetes.io/pvc-protection")) {
                found.accept(finalizer.warning(
                        name(),
                        Text.found(finalizer.get()),
                        "each claim gets this finalizer, and is never gone when it is deleted",
                        "remove finalizers"));
            }
        }
    }
}
