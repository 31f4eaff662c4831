package dev.ordinal.presets.zookeeper;

import dev.ordinal.presets.part.Findings;
import dev.ordinal.presets.part.Outside;

/** What is to be said about who gets in, and from where. */
final class AccessRules {
    private AccessRules() {}

    static void check(ZooKeeperEnsemble ensemble, Findings findings) {
        if (ensemble.authentication().demand() == Demand.NONE) {
            ensemble.authentication()
                    .passwords()
                    .ifPresent(secret -> findings.warning(
                            "PasswordsAreUsed",
                            "authentication.passwords",
                            "\"" + secret.name() + "\"",
                            "where no password is asked for, nothing reads them, and everybody may do everything in spite of them",
                            "leave out insecure(), or leave out passwords"));
        }
        Outside outside = ZooKeeperNames.outside(ensemble).orElse(null);
        if (outside != null) {
            outside.checkApart(
                    "all members would have the same address, and a client that has lost one member must find another",
                    "zk",
                    findings);
            outside(ensemble, findings);
        }
    }

    private static void outside(ZooKeeperEnsemble ensemble, Findings findings) {
        if (ensemble.tls().isEmpty()) {
            findings.error(
                    "OutsideIsEncrypted",
                    "external",
                    "no tls(…)",
                    "everybody on the way could read all data, and try out passwords on a login that was overheard",
                    "say tls(\"" + ensemble.name() + "-tls\"), or leave out external");
        }
        if (ensemble.authentication().demand() != Demand.REQUIRED) {
            findings.error(
                    "OutsideIsKnown",
                    "external",
                    "authentication " + ensemble.authentication().demand().fact(),
                    "anybody outside who can connect could read and write everything",
                    "leave out "
                            + (ensemble.authentication().demand() == Demand.NONE ? "insecure()" : "authentication(…)")
                            + ", or external");
        }
    }
}
