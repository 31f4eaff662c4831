package dev.ordinal.core.admission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** StorageClass, storage.k8s.io/v1. */
final class StorageClasses {
    private static final int MOST_PARAMETERS = 512;
    private static final int MOST_BYTES = 256 * 1024;

    private StorageClasses() {}

    static void check(Node storage) {
        Metadata.check(storage, Names.DNS_SUBDOMAIN);
        Node provisioner = storage.field("provisioner");
        if (provisioner.required("provisioner: csi.example.com")) {
            provisioner.named(Names.QUALIFIED, provisioner.text().toLowerCase(Locale.ROOT));
        }
        parameters(storage);
        storage.field("reclaimPolicy").given().oneOf("Delete", "Retain");
        storage.field("volumeBindingMode").oneOf("Immediate", "WaitForFirstConsumer");
        topologies(storage);
    }

    private static void parameters(Node storage) {
        Node whole = storage.field("parameters");
        if (whole.size() > MOST_PARAMETERS) {
            tooLong(whole);
            return;
        }
        int bytes = 0;
        for (Node parameter : whole.entries()) {
            bytes += bytes(parameter.key()) + bytes(parameter.text());
            if (parameter.key().isEmpty()) {
                parameter
                        .calledAs(whole)
                        .invalid(Statement.NAME_IS_WELL_FORMED, "a parameter has a name", "give the parameter a name");
            }
        }
        if (bytes > MOST_BYTES) {
            tooLong(whole);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void tooLong(Node parameters) {
        parameters.refuse(
                Reason.TOO_LONG,
                Statement.SIZE_IS_WITHIN_LIMIT,
                "at most 512 parameters of together 262144 bytes are allowed",
                "remove some");
    }

    private static void topologies(Node storage) {
        List<Map<String, Set<String>>> before = new ArrayList<>();
        for (Node term : storage.each("allowedTopologies")) {
            Map<String, Set<String>> meant = term(term);
            // The server compares with a term that holds nothing too.
            if (meant.isEmpty() || before.contains(meant)) {
                term.field("matchLabelExpressions").duplicate("term");
            }
            before.add(meant);
        }
    }

    private static Map<String, Set<String>> term(Node term) {
        Map<String, Set<String>> meant = new TreeMap<>();
        for (Node expression : term.each("matchLabelExpressions")) {
            Set<String> values = new HashSet<>();
            expression.field("values").required("values: [zone-a]");
            for (Node value : expression.each("values")) {
                if (!values.add(value.text())) {
                    value.duplicate("value");
                }
            }
            Selectors.qualified(expression.field("key"));
            if (meant.put(expression.field("key").text(), values) != null) {
                expression.field("key").duplicate("expression");
            }
        }
        return meant;
    }
}
