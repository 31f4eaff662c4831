package dev.ordinal.presets.zookeeper;

import dev.ordinal.presets.part.Findings;
import dev.ordinal.presets.part.KnownSettings;
import dev.ordinal.presets.part.PropertiesLine;
import java.util.Map;
import java.util.Set;

/** What is to be said of single settings. Most are lines of {@code zoo.cfg}; some the server reads as properties of Java only. */
final class ZooKeeperSettings {
    /** Other parts of the manifest rely on these: mounts, probes, ports, the member list and the seal. */
    private static final Set<String> OWNED = Set.of(
            "dataDir",
            "dataLogDir",
            "db.autocreate",
            "clientPort",
            "secureClientPort",
            "dynamicConfigFile",
            "standaloneEnabled",
            "reconfigEnabled",
            "metricsProvider.httpPort",
            "sslQuorum",
            "sslQuorumReloadCertFiles",
            "client.certReload",
            "superUser",
            "sessionRequireClientSASLAuth",
            "allowSaslFailedClients");

    private static final Set<String> OWNED_FAMILIES =
            Set.of("server.", "ssl.", "quorum.auth.", "enforce.auth.", "authProvider.sasl");

    /** Whoever is plugged in there gives the rest of the name its meaning. */
    private static final Set<String> PLUGGED_IN = Set.of("metricsProvider.", "authProvider.");

    private static final String OF_JAVA = "jute.";

    private ZooKeeperSettings() {}

    static void check(ZooKeeperEnsemble ensemble, Findings findings) {
        for (Map.Entry<String, String> setting : ensemble.settings().entrySet()) {
            check(ensemble, setting, findings);
        }
    }

    /** Whether the server does not look for it in {@code zoo.cfg}, where it would be passed over without a word. */
    static boolean isOfJava(String key) {
        return key.startsWith(OF_JAVA);
    }

    /** Those of the settings that are properties of Java, as words of its command line. */
    static String flags(ZooKeeperEnsemble ensemble) {
        StringBuilder flags = new StringBuilder();
        for (Map.Entry<String, String> setting : ensemble.settings().entrySet()) {
            if (isOfJava(setting.getKey())) {
                flags.append(" -D").append(setting.getKey()).append('=').append(setting.getValue());
            }
        }
        return flags.toString();
    }

    private static void check(ZooKeeperEnsemble ensemble, Map.Entry<String, String> setting, Findings findings) {
        String key = setting.getKey();
        if (OWNED.contains(key) || isOf(OWNED_FAMILIES, key) || isFips(ensemble, key)) {
            findings.error(
                    "SettingIsFree",
                    "settings[" + key + "]",
                    "\"" + setting.getValue() + "\"",
                    "mounts, probes, ports, logins or the member list of this preset rely on its own value of " + key,
                    "remove setting(\"" + key + "\", …)");
        } else if (!PropertiesLine.isBroken(setting, "zoo.cfg", findings)) {
            known(setting, findings);
        }
    }

    /** What plugins read has any name, so one is told only of names that look like a server's own. */
    private static void known(Map.Entry<String, String> setting, Findings findings) {
        String key = setting.getKey();
        KnownSettings known = Known.SETTINGS;
        if (isOfJava(key) && !setting.getValue().matches("[0-9]{1,9}")) {
            findings.error(
                    "SettingIsTaken",
                    "settings[" + key + "]",
                    "\"" + setting.getValue() + "\"",
                    "it is a number of bytes, and the server passes over what is none",
                    "use a number such as \"4194304\"");
        } else if (known.find(key).isEmpty() && !isOf(PLUGGED_IN, key)) {
            known.near(key)
                    .ifPresent(name -> findings.warning(
                            "SettingIsKnown",
                            "settings[" + key + "]",
                            "\"" + setting.getValue() + "\"",
                            "ZooKeeper has no setting of that name and would say nothing, but it has " + name,
                            "use setting(\"" + name + "\", …)"));
        }
    }

    private static boolean isOf(Set<String> families, String key) {
        for (String family : families) {
            if (key.startsWith(family)) {
                return true;
            }
        }
        return false;
    }

    /** With it, passwords of the kind that is used here are not known; only certificates are. */
    private static boolean isFips(ZooKeeperEnsemble ensemble, String key) {
        return key.equals("fips-mode") && ZooKeeperSecurity.of(ensemble).membersHavePassword();
    }

    /** Read when a setting is said for the first time. */
    private static final class Known {
        static final KnownSettings SETTINGS = KnownSettings.of(ZooKeeperRenderer.FILES, "settings.txt");
    }
}
