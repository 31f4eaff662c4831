package dev.ordinal.presets.zookeeper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig.ConfigException;
import org.junit.jupiter.api.Test;

/**
 * The settings of ZooKeeper are those that the server itself looks for. It has no list of them: its reader of {@code zoo.cfg} knows
 * some and makes a property of Java of every other line, and each part of the server asks for its own by name.
 */
class ZooKeeperKnownSettingsTest {
    private static final Path FILE =
            Path.of("src", "main", "resources", "dev", "ordinal", "presets", "zookeeper", "settings.txt");
    private static final String READER = "org/apache/zookeeper/server/quorum/QuorumPeerConfig.class";
    private static final String RECORDS = "org/apache/jute/BinaryInputArchive.class";
    private static final String PROPERTY = "zookeeper.";

    /** Written anew with {@code -Dgolden.rewrite=true}. */
    @Test
    void they_are_the_servers_own() throws IOException {
        TreeSet<String> told = new TreeSet<>();
        for (Map.Entry<String, List<String>> texts : textsOfTheServer().entrySet()) {
            for (String text : texts.getValue()) {
                if (text.matches("zookeeper(\\.[A-Za-z0-9_-]+)+") && !text.contains(".test")) {
                    told.add(text.substring(PROPERTY.length()));
                } else if (text.matches("jute(\\.[a-z]+)+")
                        || (texts.getKey().equals(READER)
                                && text.matches("[a-z][A-Za-z.-]+[A-Za-z]")
                                && isRead(text))) {
                    told.add(text);
                }
            }
        }
        String all = String.join("\n", told) + "\n";
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(FILE, all);
        }
        assertThat(Files.readString(FILE)).isEqualTo(all);
    }

    /** Whether the reader of {@code zoo.cfg} keeps it for itself. */
    private static boolean isRead(String key) {
        Properties line = new Properties();
        line.setProperty(key, "1");
        try {
            new QuorumPeerConfig().parseProperties(line);
        } catch (ConfigException | IOException | RuntimeException e) {
            // One line is no configuration.
        }
        return System.clearProperty(PROPERTY + key) == null;
    }

    /** By class file; those of its records are in an archive of their own. */
    private static Map<String, List<String>> textsOfTheServer() throws IOException {
        Map<String, List<String>> texts = new HashMap<>();
        for (String inside : List.of(READER, RECORDS)) {
            URL place = requireNonNull(QuorumPeerConfig.class.getResource("/" + inside));
            try (JarFile jar = ((JarURLConnection) place.openConnection()).getJarFile()) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (entry.getName().endsWith(".class")) {
                        texts.put(
                                entry.getName(), texts(jar.getInputStream(entry).readAllBytes()));
                    }
                }
            }
        }
        return texts;
    }

    /** The texts that a class has, by its table of constants: chapter 4.4 of the specification of the Java machine. */
    private static List<String> texts(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        Map<Integer, String> words = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> words.put(i, in.readUTF());
                case 8 -> strings.add(in.readUnsignedShort());
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 15 -> in.skipNBytes(3);
                case 7, 16, 19, 20 -> in.skipNBytes(2);
                default -> in.skipNBytes(4);
            }
        }
        return strings.stream().map(words::get).toList();
    }
}
