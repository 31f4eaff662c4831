package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import java.util.List;
import java.util.stream.Stream;

/** No change deletes claims or starts pods without the data that they had. */
final class DataSurvivesChange implements ChangeRule {
    @Override
    public String about() {
        return """
                A change that the API server accepts does not cost data: no retention policy becomes *Delete*, no member is scaled
                away whose claims go with it, no other ordinals and no other claims take the place of those that hold the data.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        return changed.updates().stream().flatMap(update -> update.changes().stream()
                .filter(field -> field.effect() == Effect.DANGEROUS_TO_DATA)
                .map(field -> finding(update, field)));
    }

    private Diagnostic finding(Update update, FieldChange field) {
        return new Diagnostic(
                Severity.WARNING,
                name(),
                update.ref(),
                field.path(),
                Shown.of(field.before()) + " -> " + Shown.of(field.after()),
                why(update, field.path()),
                fix(field));
    }

    private static String why(Update update, String path) {
        String name = update.ref().name();
        List<String> claims = Changed.claims(update, Changed.templates(update.running()));
        if (path.endsWith(".whenDeleted")) {
            return "from then on, whoever deletes the set deletes " + Changed.some(claims) + " with what is on them";
        } else if (path.endsWith(".whenScaled")) {
            return "from then on, scaling down deletes the claims of the members that go";
        } else if (path.startsWith("spec.ordinals")) {
            return "the pods get other ordinals and with them new, empty claims; " + Changed.some(claims)
                    + " stay behind";
        } else if (path.equals("spec.replicas")) {
            long left = update.result().field("spec").number("replicas", 1)
                    * Changed.templates(update.running()).size();
            List<String> lost = claims.stream()
                    .filter(claim -> index(update, claim)
                            >= update.result().field("spec").number("replicas", 1))
                    .toList();
            return "whenScaled is Delete: this deletes " + Changed.some(lost.isEmpty() ? claims : lost)
                    + " with the data" + (left == 0 ? ", which is all of it" : "");
        } else if (update.ref().kind().equals("PersistentVolume")) {
            return "whoever deletes the claim deletes the data on " + name;
        }
        return "the pods of " + name + " come up with another claim, without what is on this one";
    }

    private static long index(Update update, String claim) {
        long start = update.running().at("spec", "ordinals").number("start", 0);
        return Long.parseLong(claim.substring(claim.lastIndexOf('-') + 1)) - start;
    }

    private static String fix(FieldChange field) {
        return field.path().contains("Retention") || field.path().contains("Reclaim")
                ? "write Retain, and delete claims by hand once nobody needs them"
                : "keep the running value, or make a copy of the data before";
    }
}
