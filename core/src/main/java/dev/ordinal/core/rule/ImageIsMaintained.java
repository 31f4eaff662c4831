package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream()
                .flatMap(Workload::containers)
                .map(container -> container.field("image", Container::getImage))
                .filter(image -> !image.or("").isEmpty())
                .flatMap(this::check);
    }

    private Stream<Diagnostic> check(Located<String> image) {
        ImageName name = ImageName.of(image.get());
        return TABLE.getOrDefault(name.repository(), List.of()).stream()
                .filter(ended -> ended.covers(name))
                .limit(1)
                .map(ended -> image.warning(
                        name(),
                        Text.found(image.get()),
                        ended.image() + " " + ended.version() + " has had no security fixes since " + ended.date(),
                        "plan the upgrade to " + ended.image() + " " + ended.successor()
                                + ", one supported step after the other"));
    }

    private static Map<String, List<Ended>> table() {
        try (InputStream in = Objects.requireNonNull(ImageIsMaintained.class.getResourceAsStream("end-of-life.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split(" +"))
                    .map(cells -> new Ended(cells[0], cells[1], cells[2], cells[3]))
                    .collect(Collectors.groupingBy(Ended::image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Ended(String image, String version, String date, String successor) {
        boolean covers(ImageName name) {
            String tag = name.tag();
            return tag.startsWith(version)
                    && (tag.length() == version.length() || ".-".indexOf(tag.charAt(version.length())) >= 0);
        }
    }
}
