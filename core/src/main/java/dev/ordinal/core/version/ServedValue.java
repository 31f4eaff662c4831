package dev.ordinal.core.version;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.yaml.WrittenField;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A value that some versions do not take in a field that they know.
 *
 * @param severity an error if they refuse the object, a warning if they drop the value
 * @param key the field, such as {@code EnvVar.name}
 * @param from the first minor version that does so; before it, another line of the tables tells what happens
 * @param until the minor version that takes the value
 * @param trouble whether a field has such a value
 * @param why the reason
 * @param fix what to do other than to upgrade
 */
record ServedValue(
        Severity severity, String key, int from, int until, Predicate<WrittenField> trouble, String why, String fix) {
    /** The version that takes every value that an older one does not: it needs no table. */
    static final int ALL = 36;

    boolean isTrouble(WrittenField field, KubernetesVersion version) {
        return version.minor() >= from && version.minor() < until && trouble.test(field);
    }

    Diagnostic finding(WrittenField field, KubernetesVersion version) {
        String does = severity == Severity.ERROR ? " refuses it: " : " drops it without a word: ";
        return field.finding(
                severity,
                ServedFields.RULE,
                found(field),
                "the API server of Kubernetes " + version + does + why,
                fix + ", or run Kubernetes 1." + until + " or later");
    }

    private static String found(WrittenField field) {
        if (field.value() instanceof Map<?, ?>) {
            return "the field \"" + field.name() + "\"";
        }
        return field.value() instanceof String text ? "\"" + text + "\"" : String.valueOf(field.value());
    }
}
