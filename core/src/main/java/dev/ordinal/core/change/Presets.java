package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the presets on the class path know of the sets that they made. */
final class Presets {
    private Presets() {}

    /** One set of a preset, and who knows about it. */
    record Known(PresetChanges preset, PresetChange change) {}

    /** The sets that the same preset made before and after, with any difference at all. */
    static List<Known> of(Changed changed) {
        List<PresetChanges> presets =
                ServiceLoader.load(PresetChanges.class, PresetChanges.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return changed.sets()
                .flatMap(set -> change(changed, set).stream())
                .flatMap(change -> presets.stream()
                        .filter(preset -> preset.preset().equals(change.before().preset())
                                && preset.preset().equals(change.after().preset()))
                        .map(preset -> new Known(preset, change)))
                .toList();
    }

    private static Optional<PresetChange> change(Changed changed, Update set) {
        return facts(changed.running(), set.ref()).flatMap(before -> facts(changed.wanted(), set.ref())
                .map(after ->
                        new PresetChange(set.ref(), replicas(set.running()), replicas(set.result()), before, after)));
    }

    private static Optional<Facts> facts(Manifest manifest, ObjectRef ref) {
        return objects(manifest)
                .filter(object -> object.getMetadata() != null
                        && ref.kind().equals(object.getKind())
                        && ref.name().equals(object.getMetadata().getName()))
                .filter(object ->
                        space(ref.namespace()).equals(space(object.getMetadata().getNamespace())))
                .findFirst()
                .flatMap(Facts::on);
    }

    private static Stream<HasMetadata> objects(Manifest manifest) {
        return manifest.documents().stream().flatMap(document -> document.object().stream());
    }

    private static String space(@Nullable String namespace) {
        return namespace == null ? "default" : namespace;
    }

    private static int replicas(Tree set) {
        return (int) set.field("spec").number("replicas", 1);
    }
}
