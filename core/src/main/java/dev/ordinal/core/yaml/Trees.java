package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain tree of a model object: maps, lists, texts, numbers and booleans, in reading order, without nulls and without
 * the empty lists and maps that the model puts everywhere. It is what is printed and what the API server would get.
 */
public final class Trees {
    private Trees() {}

    /** The tree of one object, or of a part of one. */
    public static Map<String, @Nullable Object> of(KubernetesResource object) {
        return new ModelTree().of(object);
    }
}
