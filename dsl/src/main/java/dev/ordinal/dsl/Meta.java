package dev.ordinal.dsl;

import dev.ordinal.core.rule.Allowances;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metadata that all objects of an app share. */
final class Meta {
    private Meta() {}

    static ObjectMeta of(StatefulApp app, String name) {
        ObjectMeta meta = new ObjectMeta();
        meta.setName(name);
        meta.setNamespace(app.namespace().orElse(null));
        meta.setLabels(labels(app));
        meta.setAnnotations(annotations(app));
        return meta;
    }

    private static Map<String, String> annotations(StatefulApp app) {
        Map<String, String> annotations = new LinkedHashMap<>(app.annotations());
        for (Map.Entry<String, String> allowance : app.allowances().entrySet()) {
            annotations.put(Allowances.PREFIX + allowance.getKey(), allowance.getValue());
        }
        return annotations;
    }

    static ObjectMeta of(StatefulApp app, String name, Map<String, String> annotations) {
        ObjectMeta meta = of(app, name);
        meta.getAnnotations().putAll(annotations);
        return meta;
    }

    /** Identity wins over info, so that a selector never loses its label. */
    static Map<String, String> labels(StatefulApp app) {
        Map<String, String> labels = new LinkedHashMap<>(app.identity());
        for (Map.Entry<String, String> label : app.infoLabels().entrySet()) {
            labels.putIfAbsent(label.getKey(), label.getValue());
        }
        return labels;
    }
}
