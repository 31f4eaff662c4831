package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                Quantity limit = limit(workload, container);
                BigDecimal bytes = Bytes.of(limit);
                if (limit != null && bytes != null && bytes.signum() > 0) {
                    words(container.step("command", container.get().getCommand()), limit, bytes, found);
                    words(container.step("args", container.get().getArgs()), limit, bytes, found);
                    for (Located<String> value : Told.variables(container)) {
                        text(value, limit, bytes, found);
                    }
                }
            }
        }
    }

    private static @Nullable Quantity limit(Workload workload, PodContainer container) {
        Quantity own = memory(container.get().getResources());
        return own == null ? memory(workload.podSpec().getResources()) : own;
    }

    private static @Nullable Quantity memory(@Nullable ResourceRequirements resources) {
        return resources == null || resources.getLimits() == null
                ? null
                : resources.getLimits().get("memory");
    }

    /** Options may stand apart from their values, so the words of a command are read as one text. */
    private void words(Located<List<String>> words, Quantity limit, BigDecimal bytes, Consumer<Diagnostic> found) {
        for (String word : words.or(List.of())) {
            if (word != null && mayAsk(word)) {
                text(words.map(Text::words), limit, bytes, found);
                return;
            }
        }
    }

    private void text(Located<String> text, Quantity limit, BigDecimal bytes, Consumer<Diagnostic> found) {
        if (mayAsk(text.get())) {
            check(JAVA, text, limit, bytes, found);
            check(STORE, text, limit, bytes, found);
            check(MONGO, text, limit, bytes, found);
        }
    }

    private static boolean mayAsk(String text) {
        return text.contains("-Xmx")
                || text.contains("--maxmemory")
                || text.contains("--innodb")
                || text.contains("--wiredTigerCacheSizeGB");
    }

    /** The last one counts where it is said twice. */
    private void check(
            Pattern asked, Located<String> text, Quantity limit, BigDecimal bytes, Consumer<Diagnostic> found) {
        MatchResult last = null;
        for (Matcher matcher = asked.matcher(text.get()); matcher.find(); ) {
            last = matcher.toMatchResult();
        }
        if (last != null && bytes(last).compareTo(bytes) >= 0) {
            found.accept(finding(text, last.group(), limit));
        }
    }

    private Diagnostic finding(Located<String> text, String amount, Quantity limit) {
        return text.error(
                name(),
                Text.found(amount),
                "the container may use " + limit + " in all, so the kernel kills the process when it uses what it was"
                        + " given, again and again",
                "lower it to about three quarters of the memory limit, or raise the limit");
    }

    private static BigDecimal bytes(MatchResult amount) {
        String unit =
                amount.group().contains("CacheSizeGB") ? "g" : amount.group(2).toLowerCase(Locale.ROOT);
        int power = 10 * " kmgt".indexOf(unit.isEmpty() ? " " : unit);
        return BigDecimal.valueOf(1L << power).multiply(new BigDecimal(amount.group(1)));
    }
}
