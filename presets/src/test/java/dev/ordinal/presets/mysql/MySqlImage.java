package dev.ordinal.presets.mysql;

import dev.ordinal.presets.server.Image;
import org.jspecify.annotations.Nullable;

/**
 * The user, folders and programs of the official image, with the server of Debian's newest release in place of the vendor's.
 * Nothing of the vendor's own scripts is there, because the preset does not use them.
 */
final class MySqlImage {
    static final String NAME = "mysql:" + MySqlVersions.NEWEST;

    private static @Nullable Image made;

    private MySqlImage() {}

    private static Image create() {
        Image image = Image.ofDebian("mysql-server-core", "mysql-client-core", "curl")
                .directory("/var/lib/mysql")
                .directory("/run/mysqld")
                .directory("/etc/mysql")
                .file(
                        "/etc/passwd",
                        0644,
                        "root:x:0:0:root:/root:/bin/sh\nmysql:x:999:999::/var/lib/mysql:/bin/false\n")
                .file("/etc/group", 0644, "root:x:0:\nmysql:x:999:\n")
                .command("mysqld");
        System.out.println(
                "the real server is " + image.print("mysqld", "--version").strip());
        return image;
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
}
