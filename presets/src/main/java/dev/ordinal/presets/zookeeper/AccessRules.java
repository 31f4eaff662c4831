package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.presets.part.Findings;
import java.util.List;

/** What is to be said about who gets in, and from where. */
final class AccessRules {
    private AccessRules() {}

    static List<Diagnostic> check(ZooKeeperEnsemble ensemble) {
        Findings findings = Findings.about("ZooKeeperEnsemble", ensemble.namespace(), ensemble.name());
        ZooKeeperNames.outside(ensemble).ifPresent(outside -> {
            outside.checkApart(
                    "all members would have the same address, and a client that has lost one member must find another",
                    "zk",
                    findings);
            outside(ensemble, findings);
        });
        return findings.all();
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
        if (ensemble.authentication() != Authentication.REQUIRED) {
            findings.error(
                    "OutsideIsKnown",
                    "external",
                    "authentication(" + ensemble.authentication() + ")",
                    "anybody outside who can connect could read and write everything",
                    "leave out "
                            + (ensemble.authentication() == Authentication.NONE ? "insecure()" : "authentication(…)")
                            + ", or external");
        }
    }
}
