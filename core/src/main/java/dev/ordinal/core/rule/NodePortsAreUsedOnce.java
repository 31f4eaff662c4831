package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** No two Services ask for the same node port. */
final class NodePortsAreUsedOnce implements Rule {
    @Override
    public String about() {
        return """
                No two Services of the manifest, of whatever namespace, ask for the same `nodePort`. It is a port of all nodes, so the
                API server gives it to the first and refuses the second. Two protocols may share a number inside a Service only.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        Map<Integer, ObjectRef> taken = new HashMap<>();
        for (Located<Service> service : graph.objects(Service.class)) {
            if (hasNodePorts(service.get())) {
                for (Located<ServicePort> port : Services.ports(service)) {
                    Integer number = port.get().getNodePort();
                    if (number != null && number != 0) {
                        ObjectRef first = taken.putIfAbsent(number, service.object());
                        if (first != null && !first.equals(service.object())) {
                            found.accept(finding(port.step("nodePort", number), first));
                        }
                    }
                }
            }
        }
    }

    private static boolean hasNodePorts(Service service) {
        String type = service.getSpec() == null ? null : service.getSpec().getType();
        return "NodePort".equals(type) || "LoadBalancer".equals(type);
    }

    private Diagnostic finding(Located<Integer> port, ObjectRef first) {
        return port.error(
                name(),
                port.get().toString(),
                first
                        + " has it already, and a port of all nodes is there once, so the API server refuses the second of the two",
                "use another number from 30000 to 32767, or remove nodePort, so that the server chooses one");
    }
}
