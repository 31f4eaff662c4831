package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.graph.Member;
import java.util.LinkedHashMap;
import java.util.Map;

/** The text of {@code zoo.cfg}: this preset's settings, the ones that were changed or added, and the members. */
final class ZooCfg {
    private ZooCfg() {}

    static String of(ZooKeeperEnsemble ensemble) {
        Map<String, String> added = lines(ensemble.settings());
        String preset = ZooKeeperRenderer.FILES.named("zoo.cfg")
                + ZooKeeperSecurity.of(ensemble).settings();
        StringBuilder text = new StringBuilder();
        for (String line : preset.split("\n")) {
            text.append(changed(line, added)).append('\n');
        }
        return text + ownSettings(added) + "\n# Members.\n" + members(ensemble);
    }

    private static Map<String, String> lines(Map<String, String> settings) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (!ZooKeeperSettings.isOfJava(setting.getKey())) {
                lines.put(setting.getKey(), setting.getValue());
            }
        }
        return lines;
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
        StringBuilder text = new StringBuilder(settings.isEmpty() ? "" : "\n# Added.\n");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            text.append(setting.getKey()).append('=').append(setting.getValue()).append('\n');
        }
        return text.toString();
    }

    private static String members(ZooKeeperEnsemble ensemble) {
        StringBuilder text = new StringBuilder();
        for (Member member : ZooKeeperRenderer.members(ensemble)) {
            text.append(line(member, ensemble)).append('\n');
        }
        return text.toString();
    }

    /** The ordinal is the id: {@code server.1} is pod 1. */
    private static String line(Member member, ZooKeeperEnsemble ensemble) {
        return "server." + member.ordinal() + "="
                + ensemble.namespace().dns(member) + ":"
                + ZooKeeperRenderer.PEER.number() + ":" + ZooKeeperRenderer.ELECTION.number() + ";"
                + (ensemble.tls().isPresent() ? "127.0.0.1:" : "") + ZooKeeperRenderer.CLIENT.number();
    }
}
