package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.graph.Member;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of {@code zoo.cfg}: this preset's settings, the ones that were changed or added, and the members. */
final class ZooCfg {
    private ZooCfg() {}

    static String of(ZooKeeperEnsemble ensemble) {
        Map<String, String> added = new LinkedHashMap<>(ensemble.settings());
        String preset = ZooKeeperRenderer.FILES.named("zoo.cfg")
                + ZooKeeperSecurity.of(ensemble).settings();
        String text = preset.lines().map(line -> changed(line, added)).collect(Collectors.joining("\n", "", "\n"));
        return text + ownSettings(added) + "\n# Members.\n" + members(ensemble);
    }

    /** The line as it is, or with the value that was given to its key. */
    private static String changed(String line, Map<String, String> settings) {
        int equals = line.indexOf('=');
        if (equals < 0 || line.startsWith("#")) {
            return line;
        }
        String key = line.substring(0, equals);
        String value = settings.remove(key);
        return value == null ? line : key + "=" + value;
    }

    private static String ownSettings(Map<String, String> settings) {
        return settings.isEmpty()
                ? ""
                : settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n", "\n# Added.\n", "\n"));
    }

    private static String members(ZooKeeperEnsemble ensemble) {
        return ZooKeeperRenderer.members(ensemble).stream()
                .map(member -> line(member, ensemble))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The ordinal is the id: {@code server.1} is pod 1. */
    private static String line(Member member, ZooKeeperEnsemble ensemble) {
        return "server." + member.ordinal() + "=" + member.dns(ensemble.clusterDomain()) + ":"
                + ZooKeeperRenderer.PEER.number() + ":" + ZooKeeperRenderer.ELECTION.number() + ";"
                + (ensemble.tls().isPresent() ? "127.0.0.1:" : "") + ZooKeeperRenderer.CLIENT.number();
    }
}
