package dev.ordinal.core.rollout;

import dev.ordinal.core.Given;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;

/** Sets named {@code db} for tests. */
final class Sets {
    private Sets() {}

    /** A set of image {@code v1} with one claim template, and the given fields of the spec in flow style. */
    static StatefulSet with(String fields) {
        return (StatefulSet) Given.objects(
                        """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  serviceName: db
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec: {containers: [{name: c, image: v1}, {name: side, image: s1}]}
                  volumeClaimTemplates: [{metadata: {name: data}}]
                """
                                + fields.lines().map(line -> "  " + line + "\n").reduce("", String::concat))
                .get(0);
    }
}
