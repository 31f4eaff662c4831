package dev.ordinal.presets.mysql;

import dev.ordinal.presets.server.Image;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user, folders and programs of the official image, with the server of Debian's newest release in place of the vendor's.
 * Nothing of the vendor's own scripts is there, because the preset does not use them. Debian's package of the exporter of
 * metrics is in it too, at the path of that vendor's image, so that one root file system does for both.
 */
final class MySqlImage {
    static final String NAME = "mysql:" + MySqlVersions.IMAGE.version();

    /** The tag of an older version. */
    static final String OLDER = "mysql:9.7.1";

    private static @Nullable Image made;

    private MySqlImage() {}

    private static Image create() {
        Image image = Image.ofDebian(
                        "mysql-server-core", "mysql-client-core", "curl", "openssl", "prometheus-mysqld-exporter")
                .directory("/var/lib/mysql")
                .directory("/run/mysqld")
                .directory("/etc/mysql")
                .file(
                        "/etc/passwd",
                        0644,
                        "root:x:0:0:root:/root:/bin/sh\nmysql:x:999:999::/var/lib/mysql:/bin/false\n")
                .file("/etc/group", 0644, "root:x:0:\nmysql:x:999:\n")
                .file("/usr/bin/mysqld_exporter", 0755, "#!/bin/sh\nexec /usr/bin/prometheus-mysqld-exporter \"$@\"\n")
                .command("mysqld");
        System.out.println(
                "the real server is " + image.print("mysqld", "--version").strip());
        return image;
    }

    /** By the names in the manifests. An older version of the series is the same server under another tag. */
    static Map<String, Image> all() {
        Map<String, Image> all = new HashMap<>(Map.of(NAME, shared(), OLDER, shared(), "busybox:1.37", Tools.IMAGE));
        all.put("prom/mysqld-exporter:v0.18.0", shared());
        return all;
    }

    /** Laid out once for all tests of this process; each of them is left out where it cannot be made. */
    static synchronized Image shared() {
        Image image = made;
        if (image == null) {
            image = create();
            made = image;
        }
        return image;
    }

    /** This machine's own tools, where a pod needs no more. */
    private static final class Tools {
        static final Image IMAGE = Image.ofThisMachine();
    }
}
