package dev.ordinal.core.admission;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Annotations of pods that the server reads, most of them from before there were fields for them. */
final class PodAnnotations {
    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final String TOLERATIONS = "scheduler.alpha.kubernetes.io/tolerations";

    private PodAnnotations() {}

    static void check(Node metadata, Node pod) {
        Node whole = metadata.field("annotations");
        for (Node annotation : metadata.entries("annotations")) {
            String key = annotation.key();
            if (key.equals(MIRROR) && pod.field("nodeName").isEmpty()) {
                invalid(annotation, "a mirror pod has a node", "remove the annotation");
            } else if (key.equals(DELETION_COST) && !isInt32(annotation.text())) {
                invalid(annotation, "it must be a whole number of 32 bits", "write a number such as \"100\"");
            } else if (key.equals(TOLERATIONS)) {
                tolerations(annotation, whole);
            } else if (key.equals(SECCOMP_POD) || key.startsWith(SECCOMP)) {
                seccomp(annotation.calledAs(whole.field(key)));
            } else if (key.startsWith(APP_ARMOR)) {
                appArmor(annotation, pod);
            }
        }
        if (whole.isPresent()) {
            agreement(whole, pod);
        }
    }

    private static void invalid(Node annotation, String why, String fix) {
        annotation.invalid(Statement.ANNOTATION_IS_WELL_FORMED, why, fix);
    }

    private static boolean isInt32(String text) {
        boolean plain = text.equals("0") || (!text.startsWith("+") && !text.startsWith("0") && !text.startsWith("-0"));
        try {
            Integer.parseInt(text);
            return plain;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /** Tolerations as a JSON text; what is in them is judged as if it were in the field. */
    private static void tolerations(Node annotation, Node whole) {
        if (annotation.isEmpty()) {
            return;
        }
        Object parsed = Json.parse(annotation.text());
        if (parsed != null && areTolerations(parsed)) {
            Map<String, Object> written = Map.of(TOLERATIONS, parsed);
            whole.holding(written).each(TOLERATIONS).forEach(Scheduling::toleration);
        } else if (!annotation.text().strip().equals("null")) {
            annotation
                    .calledAs(whole)
                    .invalid(
                            Statement.ANNOTATION_IS_WELL_FORMED,
                            "it must be a list in JSON",
                            "write spec.tolerations instead");
        }
    }

    private static boolean areTolerations(Object parsed) {
        return parsed instanceof List<?> list
                && list.stream()
                        .allMatch(item -> item instanceof Map<?, ?> map
                                && Stream.of("key", "operator", "value", "effect")
                                        .map(map::get)
                                        .allMatch(text -> text == null || text instanceof String));
    }

    private static void seccomp(Node annotation) {
        String profile = annotation.text();
        if (profile.startsWith("localhost/")) {
            String path = profile.substring("localhost/".length());
            if (path.startsWith("/") || Paths.hasBackstep(path)) {
                invalid(annotation, "the profile's path must be relative and without '..'", "write a relative path");
            }
        } else if (!List.of("runtime/default", "docker/default", "unconfined").contains(profile)) {
            invalid(annotation, "it must be a seccomp profile", "write runtime/default");
        }
    }

    private static void appArmor(Node annotation, Node pod) {
        String container = annotation.key().substring(APP_ARMOR.length());
        String profile = annotation.text();
        if (Containers.all(pod).stream().noneMatch(one -> one.field("name").is(container))) {
            invalid(annotation, "the pod has no such container", "name a container of the pod");
        } else if (!List.of("", "runtime/default", "unconfined").contains(profile)
                && !profile.startsWith("localhost/")) {
            invalid(annotation, "it must be an AppArmor profile", "write runtime/default");
        }
    }

    /** Where an annotation and a field say the same thing, they must agree. */
    private static void agreement(Node annotations, Node pod) {
        Node context = pod.field("securityContext");
        agree(context.field("seccompProfile"), annotations.key(SECCOMP_POD), true);
        boolean windows = pod.field("os").field("name").is("windows");
        for (Node container : Containers.all(pod)) {
            String name = container.field("name").text();
            Node own = container.field("securityContext");
            agree(own.field("seccompProfile"), annotations.key(SECCOMP + name), true);
            Node profile = own.field("appArmorProfile");
            Node effective = profile.isPresent()
                    ? profile
                    : context.field("appArmorProfile").calledAs(profile);
            if (!windows) {
                agree(effective, annotations.key(APP_ARMOR + name), false);
            }
        }
    }

    private static void agree(Node profile, Node annotation, boolean seccomp) {
        if (!profile.isPresent() || !annotation.isPresent()) {
            return;
        }
        String written = annotation.text();
        Node type = profile.field("type");
        boolean same =
                switch (type.text()) {
                    case "Unconfined" -> written.equals("unconfined");
                    case "RuntimeDefault" ->
                        written.equals("runtime/default") || (seccomp && written.equals("docker/default"));
                    case "Localhost" -> written.startsWith("localhost/");
                    default -> true;
                };
        Node local = profile.field("localhostProfile");
        if (!same) {
            type.forbidden("the annotation " + annotation.key() + " says otherwise", "remove the annotation");
        } else if (type.is("Localhost") && !written.equals("localhost/" + local.text())) {
            local.forbidden("the annotation " + annotation.key() + " says otherwise", "remove the annotation");
        }
    }
}
