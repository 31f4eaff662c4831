package dev.ordinal.presets.part;

import java.util.List;
import java.util.Optional;

/** What clients inside the Kubernetes cluster may call a Service, and what its certificate must therefore be good for. */
public final class ServiceNames {
    private ServiceNames() {}

    /** The bare name, and with a namespace the names that hold in other namespaces too. */
    public static List<String> of(String service, Optional<String> namespace, String clusterDomain) {
        return namespace
                .map(space -> service + "." + space + ".svc")
                .map(name -> List.of(service, name, name + "." + clusterDomain))
                .orElse(List.of(service));
    }
}
