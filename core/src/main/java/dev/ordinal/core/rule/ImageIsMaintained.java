package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Grouped;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.image.ImageName;
import dev.ordinal.core.image.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The version of a well-known image still gets security fixes. */
final class ImageIsMaintained implements Rule {
    private static final Map<String, List<Ended>> TABLE = table();

    @Override
    public String about() {
        return """
                The version of a well-known database image still gets security fixes. The table of versions that do not
                is part of the library (`end-of-life.txt`); it lists what had ended when the library was released, so that the same
                manifest gives the same report on every day.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                String image = container.get().getImage();
                Ended ended = image == null || image.isEmpty() ? null : ended(ImageName.of(image));
                if (ended != null) {
                    found.accept(finding(container.step("image", image), ended));
                }
            }
        }
    }

    private static @Nullable Ended ended(ImageName name) {
        for (Ended ended : TABLE.getOrDefault(name.repository(), List.of())) {
            if (ended.covers(name)) {
                return ended;
            }
        }
        return null;
    }

    private Diagnostic finding(Located<String> image, Ended ended) {
        return image.warning(
                name(),
                Text.found(image.get()),
                ended.image() + " " + ended.version() + " has had no security fixes since " + ended.date(),
                "plan the upgrade to " + ended.image() + " " + ended.successor()
                        + ", one supported step after the other");
    }

    private static Map<String, List<Ended>> table() {
        Map<String, List<Ended>> table = new HashMap<>();
        for (String[] cells : Table.of(ImageIsMaintained.class, "end-of-life.txt", 4)) {
            Grouped.add(table, cells[0], new Ended(cells[0], cells[1], cells[2], cells[3]));
        }
        return table;
    }

    private record Ended(String image, String version, String date, String successor) {
        boolean covers(ImageName name) {
            String tag = name.tag();
            return tag.startsWith(version)
                    && (tag.length() == version.length() || ".-".indexOf(tag.charAt(version.length())) >= 0);
        }
    }
}
