package dev.ordinal.core.version;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.yaml.WrittenField;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values that older versions refuse in a field that they know. */
final class ServedValues {
    private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");

    private static final List<ServedValue> VALUES = List.of(
            new ServedValue(
                    Severity.ERROR,
                    "ObjectMeta.name",
                    30,
                    36,
                    name -> name.object().kind().equals("Service")
                            && name.path().equals("metadata.name")
                            && text(name).matches("[0-9].*"),
                    "the name of a Service must begin with a letter",
                    "begin the name with a letter, here and wherever it is used"),
            new ServedValue(
                    Severity.ERROR,
                    "EnvVar.name",
                    30,
                    32,
                    name -> !text(name).isEmpty()
                            && !ENVIRONMENT_NAME.matcher(text(name)).matches(),
                    "the name of a variable must have only letters, digits, '_', '-' or '.', and not begin with a digit",
                    "rename the variable"),
            new ServedValue(
                    Severity.ERROR,
                    "EnvVarSource.fileKeyRef",
                    30,
                    35,
                    source -> true,
                    "the feature gate EnvFiles is off by default, and without the field the variable has no source",
                    "remove the variable"),
            new ServedValue(
                    Severity.ERROR,
                    "SleepAction.seconds",
                    30,
                    33,
                    seconds -> seconds.value() instanceof Number number && number.longValue() == 0,
                    "the number must be at least 1",
                    "write 1, or remove the hook"),
            new ServedValue(
                    Severity.ERROR,
                    "ServiceSpec.trafficDistribution",
                    31,
                    34,
                    value -> text(value).startsWith("PreferSame"),
                    "only PreferClose is known",
                    "write PreferClose"),
            new ServedValue(
                    Severity.ERROR,
                    "Container.restartPolicy",
                    30,
                    34,
                    policy -> policy.path().contains(".containers["),
                    "only an init container may have a restart policy of its own",
                    "remove restartPolicy"),
            new ServedValue(
                    Severity.ERROR,
                    "Container.restartPolicy",
                    30,
                    34,
                    policy -> policy.path().contains(".initContainers[")
                            && !text(policy).equals("Always"),
                    "the restart policy of an init container can only be Always",
                    "write Always if it is to run beside the others, or remove restartPolicy"),
            new ServedValue(
                    Severity.WARNING,
                    "Container.restartPolicy",
                    34,
                    35,
                    policy -> policy.path().contains(".containers[")
                            || !text(policy).equals("Always"),
                    "the feature gate ContainerRestartRules is off by default",
                    "remove restartPolicy"),
            new ServedValue(
                    Severity.ERROR,
                    "ContainerRestartRule.action",
                    35,
                    36,
                    action -> text(action).equals("RestartAllContainers"),
                    "only Restart is known",
                    "write Restart"),
            new ServedValue(
                    Severity.ERROR,
                    "PodDNSConfig.searches",
                    30,
                    33,
                    searches -> searches.value() instanceof List<?> list
                            && list.stream()
                                    .map(String::valueOf)
                                    .anyMatch(search -> search.equals(".") || search.contains("_")),
                    "a search domain must be a DNS name, without underscores, and not \".\" alone",
                    "remove what is no DNS name from the list"));

    private ServedValues() {}

    static List<String> keys(KubernetesVersion version) {
        return VALUES.stream()
                .filter(value -> version.minor() >= value.from() && version.minor() < value.until())
                .map(ServedValue::key)
                .toList();
    }

    static Stream<Diagnostic> judge(WrittenField field, KubernetesVersion version) {
        String key = field.part() + "." + field.name();
        return VALUES.stream()
                .filter(value -> value.key().equals(key) && value.isTrouble(field, version))
                .map(value -> value.finding(field, version));
    }

    private static String text(WrittenField field) {
        return field.value() instanceof String text ? text : "";
    }
}
