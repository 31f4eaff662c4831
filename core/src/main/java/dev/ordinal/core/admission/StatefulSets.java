package dev.ordinal.core.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** StatefulSet, apps/v1. */
final class StatefulSets {
    private StatefulSets() {}

    static void check(Node set) {
        Metadata.check(set, Names.DNS_LABEL);
        Node spec = set.field("spec");
        policies(spec);
        for (String count : List.of("replicas", "minReadySeconds")) {
            spec.field(count).atLeast(0);
        }
        spec.field("ordinals").field("start").atLeast(0);
        spec.field("serviceName").given().named(Names.DNS_LABEL);
        for (Node claim : spec.each("volumeClaimTemplates")) {
            Claims.spec(claim.field("spec"));
        }
        Node pod = spec.field("template").field("spec");
        if (selector(spec)) {
            PodTemplates.check(spec.field("template"), false, claims(spec));
        }
        pod.field("restartPolicy").given().oneOf("Always");
        pod.field("activeDeadlineSeconds").absent("the pods of a StatefulSet have no deadline");
    }

    private static void policies(Node spec) {
        spec.field("podManagementPolicy").given().oneOf(Reason.INVALID, "OrderedReady", "Parallel");
        Node strategy = spec.field("updateStrategy");
        Node type = strategy.field("type").given();
        type.silent().oneOf(Reason.INVALID, "RollingUpdate", "OnDelete");
        Node rolling = strategy.field("rollingUpdate");
        if (type.is("OnDelete") && rolling.isPresent()) {
            rolling.invalid(Statement.FIELDS_FIT_TOGETHER, "OnDelete rolls nothing", "remove rollingUpdate");
        } else if (!type.isPresent() || type.is("RollingUpdate")) {
            rolling.field("partition").atLeast(0);
        }
        Node retention = spec.field("persistentVolumeClaimRetentionPolicy");
        for (String when : List.of("whenDeleted", "whenScaled")) {
            retention.field(when).given().oneOf("Retain", "Delete");
        }
    }

    /** Checks the selector against the template; tells whether the server goes on to the template. */
    private static boolean selector(Node spec) {
        Node selector = spec.field("selector");
        if (!selector.isPresent()) {
            selector.required("selector: {matchLabels: {app: my-app}}, with labels of the template");
        } else if (selector.field("matchLabels").isEmpty()
                && selector.field("matchExpressions").isEmpty()) {
            selector.invalid(
                    Statement.SELECTOR_IS_WELL_FORMED, "it would select every pod", "write matchLabels: {app: my-app}");
        }
        if (!Selectors.check(selector)) {
            selector.invalid(
                    Statement.SELECTOR_IS_WELL_FORMED,
                    "the server cannot use this selector and skips the pod template",
                    "mend the part that another finding names");
            return false;
        }
        Node labels = spec.field("template").field("metadata").field("labels");
        if (!selector.isPresent() || !Selectors.matches(selector, labels)) {
            labels.invalid(
                    Statement.SELECTOR_MATCHES_TEMPLATE,
                    "spec.selector does not select the pods of the template",
                    "give the template the labels that spec.selector names");
        }
        return true;
    }

    /** The names under which claim templates are volumes, each once, as the controller adds them in front of the pod's. */
    private static Map<String, Node> claims(Node spec) {
        Map<String, Node> claims = new LinkedHashMap<>();
        for (Node claim : spec.each("volumeClaimTemplates")) {
            claims.put(claim.field("metadata").field("name").text(), claim);
        }
        return claims;
    }
}
