package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import java.util.stream.Stream;

/** A claim template never asks for less than it did. */
final class ClaimsDoNotShrink implements ChangeRule {
    @Override
    public String about() {
        return """
                No claim template asks for less storage than before. A volume never becomes smaller, so the existing members keep
                their size whatever is done, and there is no plan for it: fewer bytes mean new claims, and a copy of the data.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        return changed.sets()
                .flatMap(Claims::kept)
                .filter(claims -> claims.growth() < 0)
                .map(this::finding);
    }

    private Diagnostic finding(Claims claims) {
        return new Diagnostic(
                Severity.ERROR,
                name(),
                claims.set().ref(),
                claims.path("resources.requests[storage]"),
                claims.sizeBefore() + " -> " + claims.size(),
                "a volume never becomes smaller: " + Changed.some(claims.made())
                        + " keep their size even if the set is created anew",
                "keep " + claims.sizeBefore() + ", or create a set of another name and copy the data");
    }
}
