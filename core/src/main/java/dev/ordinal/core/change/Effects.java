package dev.ordinal.core.change;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a change does that the server accepts. */
final class Effects {
    private static final Set<String> ROLLERS = Set.of("StatefulSet", "Deployment", "DaemonSet");
    private static final Pattern CLAIM =
            Pattern.compile("spec\\.template\\.spec\\.volumes\\[[0-9]+](\\.persistentVolumeClaim(\\.claimName)?)?");

    private Effects() {}

    static Effect of(Update update, Difference.Part part) {
        String kind = update.ref().kind();
        if (losesData(update, part, kind)) {
            return Effect.DANGEROUS_TO_DATA;
        }
        return ROLLERS.contains(kind) && part.isIn("spec.template") ? Effect.ROLLS_PODS : Effect.FREE;
    }

    private static boolean losesData(Update update, Difference.Part part, String kind) {
        if (kind.equals("PersistentVolume")) {
            return part.isIn("spec.persistentVolumeReclaimPolicy") && "Delete".equals(part.after());
        }
        if (ROLLERS.contains(kind) && CLAIM.matcher(part.path()).matches() && namesClaim(part)) {
            return true;
        }
        return kind.equals("StatefulSet") && setLosesData(update, part);
    }

    /** Whether pods lose the claim that they have mounted. */
    private static boolean namesClaim(Difference.Part part) {
        boolean claim = part.path().endsWith("claimName")
                || part.path().endsWith("persistentVolumeClaim")
                || Tree.of(part.before()).has("persistentVolumeClaim");
        return claim && part.before() != null;
    }

    private static boolean setLosesData(Update update, Difference.Part part) {
        Tree spec = update.result().field("spec");
        Tree retention = spec.field("persistentVolumeClaimRetentionPolicy");
        boolean claims = !spec.each("volumeClaimTemplates").isEmpty();
        if (part.isIn("spec.persistentVolumeClaimRetentionPolicy")) {
            return claims
                    && List.of("whenDeleted", "whenScaled").stream()
                            .anyMatch(when -> part.path().endsWith("." + when) && "Delete".equals(part.after()));
        } else if (part.isIn("spec.ordinals")) {
            // Other ordinals are other pods with other, empty claims.
            return claims;
        }
        return claims
                && part.isIn("spec.replicas")
                && retention.text("whenScaled").equals("Delete")
                && spec.number("replicas", 1) < update.running().field("spec").number("replicas", 1);
    }
}
