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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The amounts of a set are written in units that look like each other only where they are the same. */
final class UnitsAreOfOneFamily implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet writes its memory and its disks either in `Mi`, `Gi`, `Ti` or in `M`, `G`, `T`, not in both. They
                look alike, but `20G` is a fourteenth less than `20Gi`: a disk smaller than the others, or a heap that was
                counted in one and a limit that was written in the other.""";
    }

    private static final Set<String> BINARY = Set.of("Ki", "Mi", "Gi", "Ti", "Pi");
    private static final Set<String> DECIMAL = Set.of("k", "M", "G", "T", "P");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (uses(set, BINARY) && uses(set, DECIMAL)) {
                for (Located<Quantity> amount : amounts(set)) {
                    if (isOf(DECIMAL, amount.get())) {
                        found.accept(finding(amount));
                    }
                }
            }
        }
    }

    private static boolean uses(Workload set, Set<String> units) {
        for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
            if (isOf(units, Sets.size(template))) {
                return true;
            }
        }
        for (PodContainer container : set.containers()) {
            ResourceRequirements resources = container.get().getResources();
            if (resources != null
                    && (isOf(units, memory(resources.getRequests())) || isOf(units, memory(resources.getLimits())))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Quantity memory(@Nullable Map<String, Quantity> amounts) {
        return amounts == null ? null : amounts.get("memory");
    }

    private static boolean isOf(Set<String> units, @Nullable Quantity amount) {
        return amount != null && amount.getFormat() != null && units.contains(amount.getFormat());
    }

    private static List<Located<Quantity>> amounts(Workload set) {
        List<Located<Quantity>> amounts = new ArrayList<>();
        for (PodContainer container : set.containers()) {
            Located<ResourceRequirements> resources = container.field("resources", Container::getResources);
            amounts.add(resources
                    .field("requests", ResourceRequirements::getRequests)
                    .field("memory", UnitsAreOfOneFamily::memory));
            amounts.add(resources
                    .field("limits", ResourceRequirements::getLimits)
                    .field("memory", UnitsAreOfOneFamily::memory));
        }
        for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
            amounts.add(template.field("spec", PersistentVolumeClaim::getSpec)
                    .field("resources", PersistentVolumeClaimSpec::getResources)
                    .field("requests", VolumeResourceRequirements::getRequests)
                    .field("storage", (Map<String, Quantity> requests) -> requests.get("storage")));
        }
        amounts.removeIf(amount -> !amount.isPresent());
        return amounts;
    }

    private Diagnostic finding(Located<Quantity> amount) {
        String binary = amount.get().getAmount()
                + (amount.get().getFormat().equals("k") ? "K" : amount.get().getFormat()) + "i";
        return amount.warning(
                name(),
                Text.found(amount.get().toString()) + ", where the set writes other amounts in units such as Gi",
                "that is less than " + binary + ", which is easily read for it",
                "write " + binary + ", or all amounts in decimal units");
    }
}
