package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import java.util.stream.Stream;

/** An amount of bytes has the unit that was meant. */
final class AmountsHaveTheirUnits implements Rule {
    @Override
    public String about() {
        return """
                Requests, limits and sizes in bytes are not below a mebibyte. Less is a lost unit: `memory: 512` is 512 bytes,
                and `memory: 512m`, with the unit of CPU, is half a byte. A container with such a limit does not start, and a
                claim gets the smallest disk that its class has.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Stream.concat(
                graph.workloads().stream()
                        .flatMap(Workload::containers)
                        .map(container -> container.field("resources", Container::getResources))
                        .flatMap(this::check),
                Sets.of(graph)
                        .flatMap(Workload::claimTemplates)
                        .map(template -> template.field("spec", PersistentVolumeClaim::getSpec)
                                .field("resources", PersistentVolumeClaimSpec::getResources)
                                .field("requests", VolumeResourceRequirements::getRequests)
                                .field("storage", requests -> requests.get("storage")))
                        .flatMap(size -> check(size, "the claim gets the smallest disk that its class has")));
    }

    private Stream<Diagnostic> check(Located<ResourceRequirements> resources) {
        return Stream.of("memory", "ephemeral-storage")
                .flatMap(name -> Stream.concat(
                        check(
                                resources
                                        .field("limits", ResourceRequirements::getLimits)
                                        .field(name, limits -> limits.get(name)),
                                "no container can live within that"),
                        check(
                                resources
                                        .field("requests", ResourceRequirements::getRequests)
                                        .field(name, requests -> requests.get(name)),
                                "the scheduler takes the pod for one that needs next to nothing")));
    }

    private Stream<Diagnostic> check(Located<Quantity> amount, String why) {
        return Bytes.of(amount.isPresent() ? amount.get() : null)
                .filter(bytes -> bytes.signum() > 0 && bytes.compareTo(Bytes.MEBI) < 0)
                .map(bytes ->
                        finding(amount, "that is " + bytes.stripTrailingZeros().toPlainString() + " bytes, and " + why))
                .stream();
    }

    private Diagnostic finding(Located<Quantity> amount, String why) {
        String found = Text.found(amount.get().toString());
        String number = amount.get().getAmount();
        String fix = "write the unit that is meant, such as " + number + "Mi or " + number + "Gi";
        return amount.path().contains(".limits.")
                ? amount.error(name(), found, why, fix)
                : amount.warning(name(), found, why, fix);
    }
}
