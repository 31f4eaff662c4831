package dev.ordinal.presets.kafka;

import dev.ordinal.presets.part.VendorImage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions such as {@code 4.3.1}, whose first two numbers are the release line that decides what nodes can say. */
final class KafkaVersion {
    static final VendorImage IMAGE = new VendorImage(
            "apache/kafka", "4.3.1", 1000, List.of("/var/lib/kafka/data", "/etc/kafka/secrets", "/mnt/shared/config"));

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.\\d{1,4})?");

    /** The first release line whose metadata can keep new partitions away from a broker. */
    private static final String CORDONS = "4.3";

    private KafkaVersion() {}

    /** Such as {@code 4.3}; the text itself if it is no version. */
    static String line(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        return numbers.matches() ? numbers.group(1) + "." + numbers.group(2) : version;
    }

    /** The release whose metadata format is in force. */
    static String metadata(KafkaCluster cluster) {
        return cluster.metadata().orElseGet(() -> line(cluster.version().number()));
    }

    static boolean isVersion(String text) {
        return NUMBERS.matcher(text).matches();
    }

    /** Whether the first one's release line is older than the other's; not if one of them is no version. */
    static boolean isBefore(String version, String other) {
        return isVersion(version) && isVersion(other) && number(version) < number(other);
    }

    /** Whether metadata of that release can say {@code cordoned.log.dirs}. */
    static boolean knowsCordons(String metadata) {
        return !isBefore(metadata, CORDONS);
    }

    private static int number(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        return numbers.matches() ? Integer.parseInt(numbers.group(1)) * 10_000 + Integer.parseInt(numbers.group(2)) : 0;
    }
}
