package dev.ordinal.core.admission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Environment variables, and the references to fields and resources that volumes use too. */
final class Environment {
    private static final Set<String> FIELDS = Set.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");
    /** Every field of a pod that a reference can name at all. */
    private static final Set<String> POD_FIELDS = Set.of(
            "metadata.annotations",
            "metadata.labels",
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.host",
            "spec.restartPolicy",
            "spec.serviceAccountName",
            "spec.schedulerName",
            "status.phase",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private static final String[] RESOURCES = {
        "limits.cpu",
        "limits.memory",
        "limits.ephemeral-storage",
        "requests.cpu",
        "requests.memory",
        "requests.ephemeral-storage"
    };
    private static final List<String> SOURCES =
            List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");

    private Environment() {}

    static void check(Node container) {
        for (Node variable : container.each("env")) {
            Node name = variable.field("name");
            if (name.required("name: MY_VARIABLE")) {
                name.named(Names.ENVIRONMENT);
            }
            if (variable.field("valueFrom").isPresent()) {
                valueFrom(variable.field("valueFrom"), variable.field("value"));
            }
        }
        for (Node item : container.each("envFrom")) {
            bulk(item);
        }
    }

    private static void valueFrom(Node from, Node value) {
        int sources = 0;
        for (String source : SOURCES) {
            sources += from.field(source).isPresent() ? 1 : 0;
        }
        if (sources == 0) {
            oneSource(from, "it needs a source", "write one of " + String.join(", ", SOURCES));
        } else if (!value.isEmpty()) {
            oneSource(from, "the variable has a value already", "remove value or valueFrom");
        } else if (sources > 1) {
            oneSource(from, "a variable has one source", "keep one of them");
        }
        fieldRef(from.field("fieldRef"), FIELDS);
        resourceRef(from.field("resourceFieldRef"), false);
        keyRef(from.field("configMapKeyRef"));
        keyRef(from.field("secretKeyRef"));
        fileRef(from.field("fileKeyRef"));
    }

    private static void oneSource(Node node, String why, String fix) {
        node.invalid(Statement.ONE_SOURCE_IS_GIVEN, why, fix);
    }

    /** A reference to a field of the pod. */
    static void fieldRef(Node reference, Set<String> allowed) {
        Node path = reference.field("fieldPath");
        if (!reference.isPresent() || !path.required("fieldPath: metadata.name")) {
            return;
        }
        String field = path.text();
        int bracket = field.endsWith("']") ? field.indexOf("['") : -1;
        Node version = reference.field("apiVersion");
        if (!isKnown(field, bracket) || !(version.isEmpty() || version.is("v1"))) {
            path.invalid(
                    Statement.VALUE_IS_KNOWN,
                    "it is no field of a pod that can be referred to",
                    choice(field, allowed));
        } else if (bracket > 0) {
            subscript(reference, field.substring(0, bracket), field.substring(bracket + 2, field.length() - 2));
        } else if (!allowed.contains(field.equals("spec.host") ? "spec.nodeName" : field)) {
            path.refuse(
                    Reason.NOT_SUPPORTED,
                    Statement.VALUE_IS_KNOWN,
                    "this field cannot be used here",
                    choice(field, allowed));
        }
    }

    private static boolean isKnown(String field, int bracket) {
        return bracket > 0
                ? field.startsWith("metadata.labels[") || field.startsWith("metadata.annotations[")
                : POD_FIELDS.contains(field);
    }

    private static String choice(String field, Set<String> allowed) {
        return "write " + Wording.nearest(field, allowed.stream().sorted().toArray(String[]::new));
    }

    private static void subscript(Node reference, String field, String key) {
        String seen = field.equals("metadata.annotations") ? key.toLowerCase(java.util.Locale.ROOT) : key;
        reference.named(Names.QUALIFIED, seen);
    }

    /** A reference to a request or limit of a container. */
    static void resourceRef(Node reference, boolean namesContainer) {
        if (!reference.isPresent()) {
            return;
        }
        Node resource = reference.field("resource");
        boolean complete = !namesContainer || reference.field("containerName").required("containerName: my-app");
        if (complete && resource.required("resource: limits.memory") && !isHugePages(resource.text())) {
            resource.oneOf(RESOURCES);
        }
        divisor(reference.field("divisor"), resource);
    }

    private static boolean isHugePages(String resource) {
        return resource.startsWith("limits.hugepages-") || resource.startsWith("requests.hugepages-");
    }

    private static void divisor(Node divisor, Node resource) {
        Quantity quantity = divisor.quantity();
        boolean cpu = resource.text().endsWith(".cpu");
        boolean known = isHugePages(resource.text()) || resource.isOneOf(RESOURCES);
        if (quantity == null || quantity.sign() == 0 || !known) {
            return;
        }
        String written = divisor.written();
        if (!(cpu ? Divisors.isOfCpu(written, quantity) : Divisors.isOfBytes(written, quantity))) {
            divisor.invalid(
                    Statement.VALUE_IS_KNOWN,
                    cpu ? "CPU is divided by 1 or 1m" : "bytes are divided by 1, or by one of k to E and Ki to Ei",
                    cpu ? "write 1 or 1m" : "write, for example, 1Mi");
        }
    }

    private static void keyRef(Node reference) {
        if (!reference.isPresent()) {
            return;
        }
        Node name = reference.field("name");
        if (!Names.DNS_SUBDOMAIN.accepts(name.text())) {
            name.invalid(
                    Statement.NAME_IS_WELL_FORMED,
                    "it must be " + Names.DNS_SUBDOMAIN.words(),
                    Names.DNS_SUBDOMAIN.fix(name.text()));
        }
        if (reference.field("key").required("key: password")) {
            reference.field("key").named(Names.CONFIG_KEY);
        }
    }

    private static void fileRef(Node reference) {
        if (!reference.isPresent()) {
            return;
        }
        Node volume = reference.field("volumeName");
        if (reference.field("key").required("key: PASSWORD")) {
            reference.field("key").named(Names.ENVIRONMENT);
        }
        if (volume.required("volumeName: settings")) {
            volume.named(Names.DNS_LABEL);
        }
        if (reference.field("path").required("path: settings.env")) {
            Paths.noBackstep(reference.field("path"));
        }
    }

    /** The volumes of all references to variables in files; here a volume counts even if it has a fault. */
    static void fileVolumes(Node pod, Map<String, Node> claims) {
        List<Node> references = new ArrayList<>(0);
        for (Node container : Containers.all(pod)) {
            for (Node variable : container.each("env")) {
                Node reference = variable.field("valueFrom").field("fileKeyRef");
                if (reference.isPresent()) {
                    references.add(reference);
                }
            }
        }
        if (references.isEmpty()) {
            return;
        }
        Map<String, String> sources = new HashMap<>();
        for (Node volume : pod.each("volumes")) {
            sources.put(volume.field("name").text(), Volumes.isEmptyDir(volume) ? "emptyDir" : "");
        }
        claims.keySet().forEach(claim -> sources.put(claim, "persistentVolumeClaim"));
        for (Node reference : references) {
            fileVolume(reference.field("volumeName"), sources);
        }
    }

    private static void fileVolume(Node volume, Map<String, String> sources) {
        String source = sources.get(volume.text());
        if (source == null) {
            Mounts.unknown(volume, sources);
        } else if (!source.equals("emptyDir")) {
            volume.invalid(Statement.FIELDS_FIT_TOGETHER, "the volume must be an emptyDir", "name an emptyDir volume");
        }
    }

    private static void bulk(Node from) {
        from.field("prefix").given().named(Names.ENVIRONMENT);
        boolean config = from.field("configMapRef").isPresent();
        if (config == from.field("secretRef").isPresent()) {
            oneSource(
                    from.silent(),
                    "exactly one of configMapRef and secretRef must be set",
                    "write, for example, configMapRef: {name: my-config}");
        }
        for (String source : List.of("configMapRef", "secretRef")) {
            Node name = from.field(source).field("name");
            if (from.field(source).isPresent() && name.required("name: my-config")) {
                name.named(Names.DNS_SUBDOMAIN, Names.asPrefix(name.text()));
            }
        }
    }
}
