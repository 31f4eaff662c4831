package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import org.jspecify.annotations.Nullable;

/** How a StatefulSet brings a change to its pods. */
final class Updates {
    private Updates() {}

    static Located<StatefulSetUpdateStrategy> strategy(Workload set) {
        return Sets.spec(set).field("updateStrategy", StatefulSetSpec::getUpdateStrategy);
    }

    static Located<RollingUpdateStatefulSetStrategy> rolling(Workload set) {
        return strategy(set).field("rollingUpdate", StatefulSetUpdateStrategy::getRollingUpdate);
    }

    /** The type that is written; empty where none is. */
    static String type(Workload set) {
        StatefulSetUpdateStrategy strategy = Sets.of(set).getUpdateStrategy();
        return strategy == null || strategy.getType() == null ? "" : strategy.getType();
    }

    /** The block that is written; null where none is. */
    static @Nullable RollingUpdateStatefulSetStrategy rollingUpdate(Workload set) {
        StatefulSetUpdateStrategy strategy = Sets.of(set).getUpdateStrategy();
        return strategy == null ? null : strategy.getRollingUpdate();
    }
}
