package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process is told to keep in memory fits into its limit. */
final class HeapFitsMemory implements Rule {
    @Override
    public String about() {
        return """
                The heap of a Java process (`-Xmx`), and the memory that Redis, MySQL or MongoDB is told to use, are smaller
                than the memory limit of the container. Otherwise the kernel kills the process when it uses what it was given,
                and does so again after each restart. Read are commands, arguments and variables.""";
    }

    private static final Pattern JAVA = Pattern.compile("-Xmx(\\d{1,15})([kKmMgGtT]?)(?![\\w])");
    private static final Pattern STORE = Pattern.compile(
            "--(?:maxmemory|innodb[-_]buffer[-_]pool[-_]size)[= ](\\d{1,15})([kKmMgGtT]?)[bB]?(?![\\w])");
    private static final Pattern MONGO = Pattern.compile("--wiredTigerCacheSizeGB[= ](\\d{1,9})()(?![\\w.])");

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream()
                .flatMap(workload -> workload.containers().flatMap(container -> check(workload, container)));
    }

    private Stream<Diagnostic> check(Workload workload, Located<Container> container) {
        Located<ResourceRequirements> own = container.field("resources", Container::getResources);
        Located<ResourceRequirements> whole = workload.pod().field("resources", PodSpec::getResources);
        Optional<Quantity> limit = Stream.of(own, whole)
                .map(r -> r.map(ResourceRequirements::getLimits).map(limits -> limits.get("memory")))
                .filter(Located::isPresent)
                .map(Located::get)
                .findFirst();
        return Bytes.of(limit.orElse(null)).filter(bytes -> bytes.signum() > 0).stream()
                .flatMap(bytes -> told(container).flatMap(text -> asked(text.get())
                        .filter(amount -> bytes(amount).compareTo(bytes) >= 0)
                        .map(amount -> finding(text, amount.group(), limit.orElseThrow()))));
    }

    private Diagnostic finding(Located<String> text, String amount, Quantity limit) {
        return text.error(
                name(),
                Text.found(amount),
                "the container may use " + limit + " in all, so the kernel kills the process when it uses what it was"
                        + " given, again and again",
                "lower it to about three quarters of the memory limit, or raise the limit");
    }

    /** Options may stand apart from their values, so the words of a command are read as one text. */
    private static Stream<Located<String>> told(Located<Container> container) {
        return Stream.concat(
                Stream.of(
                                container.field("command", Container::getCommand),
                                container.field("args", Container::getArgs))
                        .filter(Located::isPresent)
                        .map(words -> words.map(
                                list -> list.stream().filter(Objects::nonNull).collect(Collectors.joining(" ")))),
                Told.variables(container));
    }

    /** The last one counts where it is said twice. */
    private static Stream<MatchResult> asked(String text) {
        return Stream.of(JAVA, STORE, MONGO)
                .flatMap(pattern -> pattern.matcher(text).results().reduce((first, second) -> second).stream());
    }

    private static BigDecimal bytes(MatchResult amount) {
        String unit =
                amount.group().contains("CacheSizeGB") ? "g" : amount.group(2).toLowerCase(Locale.ROOT);
        int power = 10 * " kmgt".indexOf(unit.isEmpty() ? " " : unit);
        return BigDecimal.valueOf(1L << power).multiply(new BigDecimal(amount.group(1)));
    }
}
