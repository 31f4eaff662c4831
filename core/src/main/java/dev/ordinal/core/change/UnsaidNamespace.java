package dev.ordinal.core.change;

import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The namespace of a wanted manifest that leaves it to who applies it. */
final class UnsaidNamespace {
    private UnsaidNamespace() {}

    /** The one in which everything runs, if nothing that is wanted says one. */
    static Optional<String> of(Manifest running, Manifest wanted) {
        Set<String> said = said(running);
        boolean unsaid = said(wanted).equals(Set.of(""));
        return unsaid && said.size() == 1
                ? said.stream().filter(name -> !name.isEmpty()).findFirst()
                : Optional.empty();
    }

    /** The namespaces of all objects that are in one; empty for one that says none. */
    private static Set<String> said(Manifest manifest) {
        Set<String> said = new HashSet<>();
        manifest.documents().stream()
                .filter(document -> document.model() instanceof Namespaced)
                .map(document -> document.ref().namespace())
                .forEach(name -> said.add(name == null ? "" : name));
        return said;
    }
}
