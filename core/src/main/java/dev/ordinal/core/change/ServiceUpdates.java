package dev.ordinal.core.change;

import java.util.List;

/** Which changes of a Service are refused. */
final class ServiceUpdates {
    private static final String INVALID = "FieldValueInvalid";

    private ServiceUpdates() {}

    static void check(Update update) {
        Tree before = update.running().field("spec");
        Tree after = update.result().field("spec");
        if (Addresses.needsAddress(before) && Addresses.needsAddress(after)) {
            addresses(update, before, after);
        }
        if (Addresses.isBalanced(before) && Addresses.isBalanced(after)) {
            UpdateRules.frozen(update, "spec.loadBalancerClass");
            if (before.text("externalTrafficPolicy").equals("Local")
                    && after.text("externalTrafficPolicy").equals("Local")) {
                update.freeze(
                        "spec.healthCheckNodePort",
                        Effect.RECREATION_ONLY,
                        "FieldValueForbidden",
                        "spec.healthCheckNodePort",
                        "the load balancer asks this port for the health of a node",
                        "leave healthCheckNodePort out");
            }
        }
    }

    private static void addresses(Update update, Tree before, Tree after) {
        boolean same = before.text("clusterIP").equals(after.text("clusterIP"));
        if (!same) {
            update.freeze(
                    "spec.clusterIP",
                    Effect.RECREATION_ONLY,
                    INVALID,
                    "spec.clusterIPs[0]",
                    "an address stays for the life of a Service, and so does having none",
                    "leave clusterIP as it runs, or delete the Service and create it anew");
            return;
        }
        List<?> was = list(before, "clusterIPs");
        List<?> will = list(after, "clusterIPs");
        boolean gives = isFewer(was, will) || isFewer(list(before, "ipFamilies"), list(after, "ipFamilies"));
        if (gives && !after.text("ipFamilyPolicy").equals("SingleStack")) {
            update.refuse(
                    "spec.ipFamilyPolicy",
                    Shown.of(after.get("ipFamilyPolicy")),
                    INVALID,
                    "spec.ipFamilyPolicy",
                    "the second address is given back by the policy only",
                    "write ipFamilyPolicy: SingleStack");
            return;
        }
        if (was.size() > 1 && will.size() > 1 && !was.get(1).equals(will.get(1))) {
            UpdateRules.frozen(update, "spec.clusterIPs", "spec.clusterIPs[1]", Effect.RECREATION_ONLY);
        }
        List<?> first = list(before, "ipFamilies");
        List<?> second = list(after, "ipFamilies");
        boolean headless = before.text("clusterIP").equals("None");
        if (!headless && !first.isEmpty() && !second.isEmpty() && !first.get(0).equals(second.get(0))) {
            UpdateRules.frozen(update, "spec.ipFamilies", "spec.ipFamilies[0]", Effect.RECREATION_ONLY);
        }
    }

    private static boolean isFewer(List<?> before, List<?> after) {
        return before.size() > 1 && after.size() == 1;
    }

    private static List<?> list(Tree spec, String field) {
        return spec.get(field) instanceof List<?> list ? list : List.of();
    }
}
