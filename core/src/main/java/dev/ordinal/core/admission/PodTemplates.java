package dev.ordinal.core.admission;

import java.util.Map;

/** The pod template of a workload; the server leaves "metadata" out of the paths of its labels and annotations. */
final class PodTemplates {
    private PodTemplates() {}

    /**
     * Checks a template.
     *
     * @param hostnames whether the server looks at hostname and subdomain
     * @param claims the claim templates that the controller adds to the volumes, by name
     */
    static void check(Node template, boolean hostnames, Map<String, Node> claims) {
        Node metadata = template.field("metadata").silent();
        Selectors.labels(metadata, "labels");
        Metadata.annotations(metadata);
        Node pod = template.field("spec");
        PodAnnotations.check(metadata, pod);
        Pods.check(pod, claims);
        if (hostnames) {
            pod.field("hostname").given().named(Names.DNS_LABEL);
            pod.field("subdomain").given().named(Names.DNS_LABEL);
        }
        Node debuggers = pod.field("ephemeralContainers");
        if (!debuggers.isEmpty()) {
            debuggers.forbidden("a template cannot hold ephemeral containers", "remove ephemeralContainers");
        }
    }
}
