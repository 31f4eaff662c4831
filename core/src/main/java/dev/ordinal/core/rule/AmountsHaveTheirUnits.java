package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An amount of bytes has the unit that was meant. */
final class AmountsHaveTheirUnits implements Rule {
    @Override
    public String about() {
        return """
                Requests, limits and sizes in bytes are not below a mebibyte. Less is a lost unit: `memory: 512` is 512 bytes,
                and `memory: 512m`, with the unit of CPU, is half a byte. A container with such a limit does not start, and a
                claim gets the smallest disk that its class has.""";
    }

    private static final List<String> NAMES = List.of("memory", "ephemeral-storage");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                ResourceRequirements resources = container.get().getResources();
                if (resources != null) {
                    check(container, resources.getLimits(), true, found);
                    check(container, resources.getRequests(), false, found);
                }
            }
            for (Located<PersistentVolumeClaim> template : workload.claimTemplates()) {
                if (isTiny(Sets.size(template))) {
                    found.accept(finding(storage(template), "the claim gets the smallest disk that its class has"));
                }
            }
        }
    }

    private void check(
            PodContainer container,
            @Nullable Map<String, Quantity> amounts,
            boolean areLimits,
            Consumer<Diagnostic> found) {
        for (String name : NAMES) {
            if (amounts == null || !isTiny(amounts.get(name))) {
                continue;
            }
            Located<ResourceRequirements> resources = container.field("resources", Container::getResources);
            found.accept(
                    areLimits
                            ? finding(
                                    resources
                                            .field("limits", ResourceRequirements::getLimits)
                                            .field(name, limits -> limits.get(name)),
                                    "no container can live within that")
                            : finding(
                                    resources
                                            .field("requests", ResourceRequirements::getRequests)
                                            .field(name, requests -> requests.get(name)),
                                    "the scheduler takes the pod for one that needs next to nothing"));
        }
    }

    private static boolean isTiny(@Nullable Quantity amount) {
        BigDecimal bytes = Bytes.of(amount);
        return bytes != null && bytes.signum() > 0 && bytes.compareTo(Bytes.MEBI) < 0;
    }

    private static Located<Quantity> storage(Located<PersistentVolumeClaim> template) {
        return template.field("spec", PersistentVolumeClaim::getSpec)
                .field("resources", PersistentVolumeClaimSpec::getResources)
                .field("requests", VolumeResourceRequirements::getRequests)
                .field("storage", requests -> requests.get("storage"));
    }

    private Diagnostic finding(Located<Quantity> amount, String consequence) {
        BigDecimal bytes = Objects.requireNonNull(Bytes.of(amount.get()));
        String why = "that is " + bytes.stripTrailingZeros().toPlainString() + " bytes, and " + consequence;
        String text = Text.found(amount.get().toString());
        String number = amount.get().getAmount();
        String fix = "write the unit that is meant, such as " + number + "Mi or " + number + "Gi";
        return amount.path().contains(".limits.")
                ? amount.error(name(), text, why, fix)
                : amount.warning(name(), text, why, fix);
    }
}
