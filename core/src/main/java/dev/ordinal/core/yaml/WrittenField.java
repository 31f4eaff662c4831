package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;

/**
 * A field that somebody wrote, null excepted.
 *
 * @param object the object that holds it
 * @param part what it is a field of, by the name that Kubernetes gives that part, such as {@code PodSpec}
 * @param name the name of the field
 * @param path where it stands, as in the YAML
 * @param value what is written: a map, a list, a text, a number or a boolean
 */
public record WrittenField(ObjectRef object, String part, String name, String path, Object value) {
    /** A finding here. */
    public Diagnostic finding(Severity severity, String rule, String found, String why, String fix) {
        return new Diagnostic(severity, rule, object, path, found, why, fix);
    }
}
