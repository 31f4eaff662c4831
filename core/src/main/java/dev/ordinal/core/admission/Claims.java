package dev.ordinal.core.admission;

import java.util.List;

/** PersistentVolumeClaim, v1, and every claim spec inside other objects. */
final class Claims {
    private static final String[] MODES = {"ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"};

    private Claims() {}

    static void check(Node claim) {
        Metadata.check(claim, Names.DNS_SUBDOMAIN);
        Node spec = claim.field("spec");
        common(spec);
        Node source = spec.field("dataSource");
        Node written = spec.field("dataSourceRef");
        // Other namespaces are a feature that is off: the server forgets such a reference.
        Node reference = written.field("namespace").isEmpty() ? written : written.without();
        if (reference.isPresent() && source.isPresent()) {
            sources(spec, source, reference);
        } else if (reference.isPresent()) {
            source(reference, false);
            source(reference.calledAs(source), false);
        } else if (isPlain(source)) {
            source(source, false);
            source(source.calledAs(reference), false);
        }
    }

    /** Whether the old field could always name it; the server forgets anything else there. */
    private static boolean isPlain(Node source) {
        String group = source.field("apiGroup").text();
        Node kind = source.field("kind");
        return group.isEmpty()
                ? kind.is("PersistentVolumeClaim")
                : group.equals("snapshot.storage.k8s.io") && kind.is("VolumeSnapshot");
    }

    /** A claim spec in a template, where the server copies and forgets nothing. */
    static void spec(Node spec) {
        common(spec);
        sources(spec, spec.field("dataSource"), spec.field("dataSourceRef"));
    }

    private static void common(Node spec) {
        modes(spec);
        Selectors.check(spec.field("selector"));
        storage(spec.field("resources"));
        spec.field("storageClassName").given().named(Names.DNS_SUBDOMAIN);
        spec.field("volumeAttributesClassName").given().named(Names.DNS_SUBDOMAIN);
        spec.field("volumeMode").oneOf("Filesystem", "Block");
    }

    private static void modes(Node spec) {
        Node modes = spec.field("accessModes");
        modes.required("accessModes: [ReadWriteOnce]");
        boolean alone = false;
        boolean others = false;
        for (Node mode : spec.each("accessModes")) {
            Containers.known(mode.silent(), MODES);
            alone |= mode.is("ReadWriteOncePod");
            others |= !mode.is("ReadWriteOncePod") && mode.isOneOf(MODES);
        }
        if (alone && others) {
            modes.forbidden("ReadWriteOncePod goes with no other mode", "write accessModes: [ReadWriteOncePod]");
        }
    }

    private static void storage(Node resources) {
        Node requests = resources.field("requests");
        Node storage = requests.key("storage").calledAs(resources.key("storage"));
        if (!requests.has("storage")) {
            storage.required("requests: {storage: 10Gi}");
            return;
        }
        Quantity size = storage.quantity();
        if (size == null ? !storage.isPresent() : size.sign() <= 0) {
            storage.invalid(Statement.QUANTITY_IS_ALLOWED, "the size must be above zero", "write a size such as 10Gi");
        }
    }

    private static void sources(Node spec, Node source, Node reference) {
        source(source, false);
        source(reference, true);
        boolean abroad = !reference.field("namespace").isEmpty();
        if (source.isPresent() && reference.isPresent() && (abroad || !same(source, reference))) {
            reference
                    .calledAs(spec)
                    .invalid(
                            Statement.FIELDS_FIT_TOGETHER,
                            "dataSource and dataSourceRef must name the same object",
                            "remove dataSource");
        }
    }

    private static boolean same(Node one, Node other) {
        return List.of("apiGroup", "kind", "name").stream()
                .allMatch(
                        part -> one.field(part).text().equals(other.field(part).text()));
    }

    private static void source(Node source, boolean mayBeAbroad) {
        if (!source.isPresent()) {
            return;
        }
        source.field("name").required("name: my-snapshot");
        source.field("kind").required("kind: VolumeSnapshot");
        Node group = source.field("apiGroup").given();
        if (!group.isPresent() && !source.field("kind").is("PersistentVolumeClaim")) {
            source.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "without apiGroup it can only be a PersistentVolumeClaim",
                    "write apiGroup: snapshot.storage.k8s.io, or kind: PersistentVolumeClaim");
        }
        group.named(Names.DNS_SUBDOMAIN);
        if (mayBeAbroad) {
            source.field("namespace").given().named(Names.DNS_LABEL);
        }
    }
}
