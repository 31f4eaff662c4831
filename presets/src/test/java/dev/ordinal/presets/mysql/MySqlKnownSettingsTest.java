package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The settings of MySQL are those that the server itself prints, with the plugins that the preset loads. */
@RealServers
class MySqlKnownSettingsTest {
    /** A newer one of the series may know more, which is no fault. */
    @Test
    void the_server_knows_them_all() {
        List<String> told = told();
        List<String> known = MySqlRenderer.FILES.named("settings.txt").lines().toList();
        assertThat(told).hasSizeGreaterThan(600).containsAll(known);
        System.out.println("the server knows " + told.size() + " settings; not written down: "
                + told.stream().filter(name -> !known.contains(name)).toList());
    }

    /** The help lists every variable with its value, under a line of hyphens. */
    private static List<String> told() {
        String help = MySqlImage.shared()
                .print(
                        "mysqld",
                        "--no-defaults",
                        "--user=root",
                        "--secure-file-priv=",
                        "--plugin-load-add=group_replication.so",
                        "--plugin-load-add=mysql_clone.so",
                        "--datadir=/tmp",
                        "--verbose",
                        "--help");
        Stream<String> variables = help.substring(help.indexOf("\nVariables (--"))
                .lines()
                .dropWhile(line -> !line.startsWith("-----"))
                .skip(1)
                .takeWhile(line -> !line.isBlank());
        return variables
                .map(line -> line.split(" ", 2)[0].replace('-', '_'))
                .filter(name -> !name.startsWith("ndb"))
                .toList();
    }
}
