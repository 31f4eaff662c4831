package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Refusal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What runs, was taken by an older server, and would not be taken today: the server looks at it again only when it changes.
 * These are addresses with leading zeros (kubernetes 122550), bad values in selectors, the version of what is scaled (132537),
 * and the time zone of a CronJob.
 */
final class Tolerated {
    private static final String SCHEDULE = "spec.schedule";
    private static final String ZONE = "TZ";
    private static final Map<String, List<Pattern>> FIELDS = Map.of(
            "Service",
                    patterns("spec\\.(externalIPs|clusterIPs)\\[[0-9]+]", "spec\\.LoadBalancerSourceRanges\\[[0-9]+]"),
            "NetworkPolicy", patterns(".*\\.ipBlock\\.(cidr|except\\[[0-9]+])", ".*[sS]elector\\.match.*"),
            "PodDisruptionBudget", patterns("spec\\.selector\\.match.*"),
            "HorizontalPodAutoscaler", patterns("spec\\.scaleTargetRef\\.apiVersion"),
            "CronJob", patterns("spec\\.timeZone", SCHEDULE));

    private Tolerated() {}

    private static List<Pattern> patterns(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }

    /** Whether a finding about the result may be let go for what is found in the running object. */
    static boolean is(Update update, Diagnostic finding, List<Diagnostic> running) {
        String field = finding.refusal().map(Refusal::field).orElse("");
        boolean may = FIELDS.getOrDefault(update.ref().kind(), List.of()).stream()
                .anyMatch(pattern -> pattern.matcher(field).matches());
        return may
                && running.stream()
                        .anyMatch(old -> field.equals(SCHEDULE) ? isZoned(update, old, finding) : isSame(old, finding));
    }

    /** Its place in a list does not matter. */
    private static boolean isSame(Diagnostic old, Diagnostic finding) {
        return old.found().equals(finding.found())
                && old.refusal().map(Tolerated::placed).equals(finding.refusal().map(Tolerated::placed));
    }

    private static Refusal placed(Refusal refusal) {
        return new Refusal(refusal.reason(), refusal.field().replaceAll("\\[[0-9]+]", "[]"));
    }

    /** A schedule that names its zone may become another one that does, unless the zone is said twice. */
    private static boolean isZoned(Update update, Diagnostic old, Diagnostic finding) {
        return old.path().equals(SCHEDULE)
                && old.found().contains(ZONE)
                && finding.found().contains(ZONE)
                && !update.result().field("spec").has("timeZone");
    }
}
