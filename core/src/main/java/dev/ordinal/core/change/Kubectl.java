package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Commands that can be pasted, in the namespace of an object. */
final class Kubectl {
    private final ObjectRef object;

    private Kubectl(ObjectRef object) {
        this.object = object;
    }

    static Kubectl of(ObjectRef object) {
        return new Kubectl(object);
    }

    /** Commands about no object in particular. */
    static Kubectl in(@Nullable String namespace) {
        return new Kubectl(ObjectRef.of("", namespace, ""));
    }

    /** {@code kubectl -n shop <arguments>}. */
    String say(String arguments) {
        String namespace = object.namespace();
        return "kubectl " + (namespace == null ? "" : "-n " + word(namespace) + " ") + arguments;
    }

    /** {@code kubectl <verb> statefulset orders-db <arguments>}. */
    String say(String verb, String arguments) {
        return say(verb + " " + kind() + " " + word(object.name()) + (arguments.isEmpty() ? "" : " " + arguments));
    }

    String kind() {
        return object.kind().toLowerCase(Locale.ROOT);
    }

    /** Succeeds once all pods are of the wanted revision and ready. */
    String rolledOut() {
        return say("rollout status", "--timeout=10m");
    }

    /** One word of a command, whatever is in it: names of bad manifests must not become commands. */
    static String word(String text) {
        return text.matches("[A-Za-z0-9._/:=,@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
