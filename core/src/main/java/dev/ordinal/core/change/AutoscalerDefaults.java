package dev.ordinal.core.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server fills in in the spec of a HorizontalPodAutoscaler. */
final class AutoscalerDefaults {
    private static final int CPU_SHARE = 80;

    private AutoscalerDefaults() {}

    static void fill(Tree spec) {
        spec.otherwise("minReplicas", 1);
        if (spec.each("metrics").isEmpty()) {
            spec.put("metrics", new ArrayList<@Nullable Object>(List.of(cpu())));
        }
        Tree behavior = spec.field("behavior");
        if (behavior.isPresent()) {
            Tree up = behavior.made("scaleUp");
            if (up.each("policies").isEmpty()) {
                List<@Nullable Object> policies = policies(policy("Pods", 4));
                policies.add(policy("Percent", 100));
                up.put("policies", policies);
            }
            up.otherwise("selectPolicy", "Max").otherwise("stabilizationWindowSeconds", 0);
            Tree down = behavior.made("scaleDown");
            if (down.each("policies").isEmpty()) {
                down.put("policies", policies(policy("Percent", 100)));
            }
            down.otherwise("selectPolicy", "Max");
        }
    }

    private static Map<String, @Nullable Object> cpu() {
        Map<String, @Nullable Object> resource = Defaults.pair(
                "name", "cpu", "target", Defaults.pair("type", "Utilization", "averageUtilization", CPU_SHARE));
        return Defaults.pair("type", "Resource", "resource", resource);
    }

    private static Map<String, @Nullable Object> policy(String type, int value) {
        Map<String, @Nullable Object> policy = new LinkedHashMap<>(Defaults.pair("type", type, "value", value));
        policy.put("periodSeconds", 15);
        return policy;
    }

    private static List<@Nullable Object> policies(Map<String, @Nullable Object> policy) {
        List<@Nullable Object> policies = new ArrayList<>();
        policies.add(policy);
        return policies;
    }
}
