package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The StatefulSet itself. What equals the API server's default is left out, but for the fate of the data, which is said. */
final class StatefulSetRenderer {
    private StatefulSetRenderer() {}

    static StatefulSet render(StatefulApp app) {
        StatefulSet set = new StatefulSet();
        set.setMetadata(Meta.of(app, app.name(), app.setAnnotations()));
        set.setSpec(spec(app));
        return set;
    }

    private static StatefulSetSpec spec(StatefulApp app) {
        List<PersistentVolumeClaim> templates = VolumeRenderer.claimTemplates(app);
        StatefulSetSpec spec = new StatefulSetSpec();
        spec.setServiceName(Names.headless(app));
        spec.setReplicas(app.replicas());
        spec.setOrdinals(ordinals(app.firstOrdinal()));
        spec.setPodManagementPolicy(
                app.podManagement() == PodManagement.PARALLEL
                        ? app.podManagement().toString()
                        : null);
        spec.setUpdateStrategy(strategy(app.update()));
        spec.setMinReadySeconds(Seconds.of(app.minReady()));
        spec.setRevisionHistoryLimit(app.revisionHistory().orElse(null));
        spec.setPersistentVolumeClaimRetentionPolicy(templates.isEmpty() ? null : retention(app.claimRetention()));
        spec.setSelector(new LabelSelector(null, app.identity()));
        spec.setTemplate(PodRenderer.render(app));
        spec.setVolumeClaimTemplates(templates);
        return spec;
    }

    private static @Nullable StatefulSetOrdinals ordinals(int first) {
        return first == 0 ? null : new StatefulSetOrdinals(first);
    }

    private static @Nullable StatefulSetUpdateStrategy strategy(UpdateStrategy update) {
        if (update instanceof UpdateStrategy.OnDelete) {
            return new StatefulSetUpdateStrategy(null, "OnDelete");
        }
        int partition = ((UpdateStrategy.Rolling) update).partition();
        return partition == 0
                ? null
                : new StatefulSetUpdateStrategy(new RollingUpdateStatefulSetStrategy(null, partition), "RollingUpdate");
    }

    private static StatefulSetPersistentVolumeClaimRetentionPolicy retention(ClaimRetention retention) {
        return new StatefulSetPersistentVolumeClaimRetentionPolicy(
                retention.deleteWithSet() ? "Delete" : "Retain",
                retention.deleteWhenScaledDown() ? "Delete" : "Retain");
    }
}
