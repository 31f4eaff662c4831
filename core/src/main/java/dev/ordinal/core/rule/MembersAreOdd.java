package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.image.ImageName;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.Set;
import java.util.function.Consumer;

/** A cluster that votes has an odd number of members. */
final class MembersAreOdd implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet of an image that decides by majority, such as ZooKeeper, etcd or Consul, has an odd number of
                members. Four of them survive the loss of one, like three; two survive none, and there is one more that can
                fail.""";
    }

    private static final Set<String> VOTING = Set.of(
            "bitnami/etcd",
            "bitnami/zookeeper",
            "confluentinc/cp-zookeeper",
            "consul",
            "coreos/etcd",
            "etcd",
            "etcd-development/etcd",
            "hashicorp/consul",
            "zookeeper");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.replicas(set) > 0 && Sets.replicas(set) % 2 == 0 && votes(set)) {
                found.accept(finding(set));
            }
        }
    }

    private static boolean votes(Workload set) {
        for (PodContainer container : set.appContainers()) {
            String image = container.get().getImage();
            if (image != null && VOTING.contains(ImageName.of(image).repository())) {
                return true;
            }
        }
        return false;
    }

    private Diagnostic finding(Workload set) {
        int members = Sets.replicas(set);
        return Sets.spec(set)
                .field("replicas", StatefulSetSpec::getReplicas)
                .warning(
                        name(),
                        String.valueOf(members),
                        "a majority of " + members + " is " + (members / 2 + 1) + ", so " + members
                                + " members survive no more losses than "
                                + (members == 2 ? "1 alone" : members - 1 + " do")
                                + ", and there is one more that can fail",
                        "write replicas: " + (members + 1));
    }
}
