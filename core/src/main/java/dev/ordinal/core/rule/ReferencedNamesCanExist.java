package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What pods wait for, and who signs their certificates, is called by a name that an object can have. */
final class ReferencedNamesCanExist implements Rule {
    @Override
    public String about() {
        return """
                A Secret, ConfigMap or claim that pods need, and the issuer of a Certificate (of cert-manager), is called by a name
                that an object of that kind can have. The API server takes any text there; no such object can be made, so the pods wait
                for it for ever. References that are optional are not judged, nor those to objects of the manifest, of whose names
                the API server speaks itself.""";
    }

    private static final List<Relation> NEEDS = List.of(Relation.MOUNTS, Relation.READS_KEY_OF, Relation.PULLS_WITH);

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Reference reference : graph.references()) {
            boolean isOfFile = reference.relation() == Relation.MOUNTS && reference.keyOrNull() != null;
            if (NEEDS.contains(reference.relation())
                    && !isOfFile
                    && !reference.optional()
                    && !DnsText.isSubdomain(reference.to().name())
                    && graph.find(reference.to()).isEmpty()) {
                check(place(reference), reference.to().kind(), "the pods wait", found);
            }
        }
        for (Located<HasMetadata> object : graph.objects(HasMetadata.class)) {
            String version = object.get().getApiVersion();
            if (object.object().kind().equals("Certificate")
                    && version != null
                    && version.startsWith("cert-manager.io/")
                    && object.get() instanceof GenericKubernetesResource certificate) {
                issuer(object, certificate, found);
            }
        }
    }

    /** A key stands beside the name. */
    private static Located<String> place(Reference reference) {
        String name = reference.to().name();
        return reference.keyOrNull() == null
                ? reference.from().with(name)
                : reference.from().beside("name", name);
    }

    private void issuer(
            Located<HasMetadata> object, GenericKubernetesResource certificate, Consumer<Diagnostic> found) {
        if (certificate.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                && spec.get("issuerRef") instanceof Map<?, ?> issuer
                && issuer.get("name") instanceof String name) {
            Located<String> place =
                    object.step("spec", spec).step("issuerRef", issuer).step("name", name);
            String kind = issuer.get("kind") instanceof String said && !said.isEmpty() ? said : "Issuer";
            check(place, kind, "the Secret is never made and pods wait", found);
        }
    }

    private void check(Located<String> place, String kind, String wait, Consumer<Diagnostic> found) {
        if (!DnsText.isSubdomain(place.get())) {
            found.accept(place.error(
                    name(),
                    Text.found(place.get()),
                    "no " + kind + " can have this name, so " + wait + " for it for ever",
                    "write the name of a " + kind + ": " + DnsText.SUBDOMAIN));
        }
    }
}
