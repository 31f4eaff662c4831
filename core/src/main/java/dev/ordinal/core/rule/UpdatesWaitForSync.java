package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.image.ImageName;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.Set;
import java.util.function.Consumer;

/** An update gives a member that copies data from its peers time before the next one goes. */
final class UpdatesWaitForSync implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet of an image whose members copy data from each other, such as Kafka, MongoDB, ZooKeeper or
                Elasticsearch, sets `minReadySeconds` where its readiness probe only opens a port. The port is open long before
                the member has caught up: the update goes on to the next one, and the newest data may be on none that is left.""";
    }

    /** Their port takes connections before the member has what the others have. */
    private static final Set<String> COPYING = Set.of(
            "apache/kafka",
            "bitnami/kafka",
            "bitnami/mongodb",
            "bitnami/zookeeper",
            "confluentinc/cp-kafka",
            "confluentinc/cp-zookeeper",
            "elasticsearch",
            "elasticsearch/elasticsearch",
            "mongo",
            "opensearchproject/opensearch",
            "zookeeper");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            Located<Integer> seconds =
                    Sets.spec(set).step("minReadySeconds", Sets.of(set).getMinReadySeconds());
            if (Sets.replicas(set) > 1 && seconds.or(0) == 0) {
                for (PodContainer container : set.appContainers()) {
                    check(container, seconds, found);
                }
            }
        }
    }

    private void check(Located<Container> container, Located<Integer> seconds, Consumer<Diagnostic> found) {
        String image = container.get().getImage() == null ? "" : container.get().getImage();
        Probe ready = container.get().getReadinessProbe();
        if (ready != null
                && ready.getTcpSocket() != null
                && COPYING.contains(ImageName.of(image).repository())) {
            found.accept(seconds.warning(
                    name(),
                    seconds.isPresent() ? "0" : "nothing, which is 0",
                    "the open port of " + Text.found(image)
                            + " does not say that the member has caught up, and the update"
                            + " takes the next one at once",
                    "write minReadySeconds: 30, or a readiness probe that asks whether the member is in sync"));
        }
    }
}
