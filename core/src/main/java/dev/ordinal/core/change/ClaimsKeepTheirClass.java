package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import java.util.stream.Stream;

/** A claim template names the class that the existing claims are of. */
final class ClaimsKeepTheirClass implements ChangeRule {
    @Override
    public String about() {
        return """
                A claim template keeps its storage class. The class of a claim that exists never changes: after the set was created
                anew the old members are still on the old class, and only members that are added later are on the new one.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        return changed.sets()
                .flatMap(Claims::kept)
                .filter(claims -> !claims.storageClass().equals(claims.storageClassBefore()))
                .map(this::finding);
    }

    private Diagnostic finding(Claims claims) {
        return new Diagnostic(
                Severity.WARNING,
                name(),
                claims.set().ref(),
                claims.path("storageClassName"),
                shown(claims.storageClassBefore()) + " -> " + shown(claims.storageClass()),
                Changed.some(claims.made())
                        + " stay in the class that they were made in, even if the set is created anew;"
                        + " only new members get the other one",
                "keep the class, or replace the members' claims one by one, each copied from the others before the next");
    }

    private static String shown(String name) {
        return name.isEmpty() ? "the default class" : '"' + name + '"';
    }
}
