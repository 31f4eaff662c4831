package dev.ordinal.core.admission;

/** Namespace, v1. */
final class Namespaces {
    private Namespaces() {}

    static void check(Node space) {
        Metadata.check(space, Names.DNS_LABEL);
        Node name = space.field("metadata").field("name");
        if (!Names.LABEL_VALUE.accepts(name.text())) {
            name.called("labels")
                    .invalid(
                            Statement.LABEL_IS_WELL_FORMED,
                            "the server makes the name a label too, kubernetes.io/metadata.name",
                            Names.DNS_LABEL.fix(name.text()));
        }
        Node finalizers = space.field("spec").field("finalizers");
        for (Node finalizer : space.field("spec").each("finalizers")) {
            if (!Metadata.isFinalizer(finalizer)) {
                finalizer
                        .calledAs(finalizers)
                        .invalid(Statement.NAME_IS_WELL_FORMED, "it is no finalizer", "leave finalizers out");
            }
        }
    }
}
