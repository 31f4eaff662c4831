package dev.ordinal.presets.server;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of one container: the image's, then the manifest's, with references to earlier ones filled in. */
final class Environment {
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$)?\\(([-._a-zA-Z][-._a-zA-Z0-9]*)\\)");

    private final Map<String, String> values = new LinkedHashMap<>();

    Environment(Image image, Container container, PodFacts facts, ConfigSource configs) {
        values.putAll(image.environment());
        values.put("HOSTNAME", facts.field("metadata.name"));
        container.getEnvFrom().forEach(from -> {
            if (from.getConfigMapRef() != null) {
                values.putAll(configs.texts("ConfigMap", from.getConfigMapRef().getName()));
            }
            if (from.getSecretRef() != null) {
                values.putAll(configs.texts("Secret", from.getSecretRef().getName()));
            }
        });
        for (EnvVar variable : container.getEnv()) {
            values.put(variable.getName(), value(variable, container, facts, configs));
        }
    }

    /** What a kubelet tells every container about the API. */
    void api(int port) {
        values.put("KUBERNETES_SERVICE_HOST", Api.HOST);
        values.put("KUBERNETES_SERVICE_PORT", String.valueOf(port));
    }

    List<String> lines() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList();
    }

    /** Fills in {@code $(NAME)}; what is not known stays as it is written, and {@code $$(NAME)} is an escape. */
    String expand(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            boolean escaped = found.group(1) != null;
            String written = found.group();
            String replacement = escaped ? written.substring(1) : values.getOrDefault(found.group(2), written);
            return Matcher.quoteReplacement(replacement);
        });
    }

    private String value(EnvVar variable, Container container, PodFacts facts, ConfigSource configs) {
        EnvVarSource from = variable.getValueFrom();
        if (from == null) {
            return expand(Optional.ofNullable(variable.getValue()).orElse(""));
        } else if (from.getFieldRef() != null) {
            return facts.field(from.getFieldRef().getFieldPath());
        } else if (from.getResourceFieldRef() != null) {
            return resource(container, from.getResourceFieldRef());
        } else if (from.getConfigMapKeyRef() != null) {
            return configs.text(
                    "ConfigMap",
                    from.getConfigMapKeyRef().getName(),
                    from.getConfigMapKeyRef().getKey());
        } else if (from.getSecretKeyRef() != null) {
            return configs.text(
                    "Secret",
                    from.getSecretKeyRef().getName(),
                    from.getSecretKeyRef().getKey());
        }
        throw new UnsupportedOperationException("no such source of a variable here: " + from);
    }

    private static String resource(Container container, ResourceFieldSelector wanted) {
        String[] path = wanted.getResource().split("\\.", 2);
        Map<String, Quantity> amounts = path[0].equals("limits")
                ? container.getResources().getLimits()
                : container.getResources().getRequests();
        BigDecimal amount = Quantity.getAmountInBytes(amounts.get(path[1]));
        BigDecimal divisor =
                wanted.getDivisor() == null ? BigDecimal.ONE : Quantity.getAmountInBytes(wanted.getDivisor());
        return amount.divide(divisor, 0, RoundingMode.CEILING).toPlainString();
    }
}
