package dev.ordinal.dsl;

import dev.ordinal.core.manifest.Rendered;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** An app's objects in the order in which they should be applied: what others refer to first, the StatefulSet and its jobs last. */
final class AppRenderer {
    private AppRenderer() {}

    static Rendered render(StatefulApp app) {
        List<HasMetadata> objects = new ArrayList<>();
        objects.addAll(AccountRenderer.render(app));
        objects.addAll(CustomRenderer.certificates(app));
        objects.addAll(FilesRenderer.render(app));
        objects.addAll(ServiceRenderer.render(app));
        objects.addAll(TrafficRenderer.render(app));
        objects.addAll(BudgetRenderer.render(app));
        objects.add(StatefulSetRenderer.render(app));
        objects.addAll(JobRenderer.render(app));
        objects.addAll(CustomRenderer.monitors(app));
        objects.addAll(app.moreObjects());
        return Edits.apply(app, objects);
    }
}
