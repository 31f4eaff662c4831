package dev.ordinal.bench;

import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Disruption;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.VolumeSpec;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import java.util.Map;

/** The guide's MySQL, a StatefulSet and its Service: in words, and with the builders of the model. */
final class GuidePair {
    private GuidePair() {}

    static StatefulApp words() {
        ContainerSpec mysql = ContainerSpec.named("mysql")
                .image("mysql:8.4.6")
                .port(Port.tcp("mysql", 3306))
                .mount(VolumeSpec.claim("mysql-data", Size.gib(10)), "/var/lib/mysql");
        return StatefulApp.named("mysql")
                .container(mysql)
                .headless("mysql")
                .identityLabel("app", "mysql")
                .replicas(3)
                .disruption(Disruption.unlimited());
    }

    static List<HasMetadata> builders() {
        return List.of(service(), statefulSet());
    }

    private static Service service() {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName("mysql")
                .addToLabels("app", "mysql")
                .endMetadata()
                .withNewSpec()
                .withClusterIP("None")
                .addToSelector("app", "mysql")
                .addNewPort()
                .withName("mysql")
                .withPort(3306)
                .endPort()
                .endSpec()
                .build();
    }

    private static StatefulSet statefulSet() {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withName("mysql")
                .addToLabels("app", "mysql")
                .endMetadata()
                .withNewSpec()
                .withServiceName("mysql")
                .withReplicas(3)
                .withNewSelector()
                .addToMatchLabels("app", "mysql")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "mysql")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("mysql")
                .withImage("mysql:8.4.6")
                .addNewPort()
                .withName("mysql")
                .withContainerPort(3306)
                .endPort()
                .addNewVolumeMount()
                .withName("mysql-data")
                .withMountPath("/var/lib/mysql")
                .endVolumeMount()
                .endContainer()
                .endSpec()
                .endTemplate()
                .addNewVolumeClaimTemplate()
                .withNewMetadata()
                .withName("mysql-data")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity("10Gi")))
                .endResources()
                .endSpec()
                .endVolumeClaimTemplate()
                .endSpec()
                .build();
    }
}
