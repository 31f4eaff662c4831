package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.stream.Stream;

/** What a preset knows of its software allows the change. */
final class PresetAgrees implements ChangeRule {
    @Override
    public String about() {
        return """
                A set that a preset made is changed as its software allows: quorums are kept, identities stay, versions go the way
                that the vendor supports. The preset recognises its sets by their annotations `preset.ordinal.dev/…`, also in
                files and in what the cluster gives back. Its findings carry names of their own.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        return Presets.of(changed).stream().flatMap(known -> known.preset().check(known.change()));
    }
}
