package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.image.ImageName;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.Set;
import java.util.function.Consumer;

/** Members of which one at a time may join start one after the other. */
final class MembersJoinOneByOne implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet of Cassandra or of a Galera cluster keeps `podManagementPolicy: OrderedReady`, the default. Started
                all at once, Cassandra refuses a second member that joins while another does, and the members of a new Galera
                cluster find no one to join, so that several may each begin a cluster of their own.""";
    }

    private static final Set<String> ONE_BY_ONE = Set.of(
            "bitnami/cassandra",
            "bitnami/mariadb-galera",
            "cassandra",
            "k8ssandra/cass-management-api",
            "percona/percona-xtradb-cluster");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.replicas(set) > 1 && Sets.isParallel(set)) {
                for (PodContainer container : set.appContainers()) {
                    String image = container.get().getImage();
                    if (image != null && ONE_BY_ONE.contains(ImageName.of(image).repository())) {
                        found.accept(finding(set, image));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Workload set, String image) {
        return Sets.spec(set)
                .field("podManagementPolicy", StatefulSetSpec::getPodManagementPolicy)
                .warning(
                        name(),
                        "Parallel, with " + Text.found(image),
                        "all " + Sets.replicas(set)
                                + " members of a new cluster start at once, where each should find the one"
                                + " before it: some fail, or begin a cluster of their own",
                        "remove podManagementPolicy for the default of OrderedReady; it cannot be changed on a live set");
    }
}
