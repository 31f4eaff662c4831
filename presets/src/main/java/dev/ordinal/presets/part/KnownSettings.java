package dev.ordinal.presets.part;

import dev.ordinal.core.yaml.Similar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that a server knows, as it told them itself: one a line, and behind the name, where the server tells that too, the
 * type of its value and what is allowed of that type: {@code num.partitions INT 1..} or {@code compression.type STRING
 * gzip|zstd}.
 */
public final class KnownSettings {
    private final Map<String, Setting> all = new LinkedHashMap<>();

    private KnownSettings() {}

    /** Those of a file beside a preset. */
    public static KnownSettings of(Texts files, String name) {
        KnownSettings known = new KnownSettings();
        files.named(name).lines().forEach(line -> {
            String[] word = (line + "  ").split(" ", -1);
            known.all.put(word[0], new Setting(word[1], word[2]));
        });
        return known;
    }

    /** What is known of one; nothing if the server has none of that name. */
    public Optional<Setting> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** The one that was probably meant. */
    public Optional<String> near(String name) {
        return Similar.to(name, all.keySet());
    }

    /**
     * One setting.
     *
     * @param type {@code BOOLEAN}, {@code INT}, {@code LONG}, {@code SHORT}, {@code DOUBLE}; of any other only the choice counts
     * @param allowed bounds such as {@code 1..} and {@code 0..100}, or a choice such as {@code gzip|zstd}; empty for all
     */
    public record Setting(String type, String allowed) {
        /** What it takes, in words, if a value is something else. */
        public Optional<String> refusal(String value) {
            return switch (type) {
                case "BOOLEAN" -> wants("true or false", value.matches("(?i)true|false"));
                case "SHORT" -> number(value, Short.MIN_VALUE, Short.MAX_VALUE);
                case "INT" -> number(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
                case "LONG" -> number(value, Long.MIN_VALUE, Long.MAX_VALUE);
                case "DOUBLE" -> wants("a number", value.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?"));
                default -> choice(value);
            };
        }

        private Optional<String> number(String value, long least, long most) {
            String[] bounds = (allowed.isEmpty() ? ".." : allowed).split("\\.\\.", -1);
            long from = bounds[0].isEmpty() ? least : Long.parseLong(bounds[0]);
            long to = bounds[1].isEmpty() ? most : Long.parseLong(bounds[1]);
            String words = "a whole number"
                    + (bounds[0].isEmpty() ? "" : " from " + bounds[0] + " on")
                    + (bounds[1].isEmpty() ? "" : " up to " + bounds[1]);
            return wants(words, isBetween(value, from, to));
        }

        private static boolean isBetween(String value, long from, long to) {
            try {
                long number = Long.parseLong(value);
                return number >= from && number <= to;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        private Optional<String> choice(String value) {
            return wants("one of " + allowed.replace("|", ", "), allowed.isEmpty() || value.matches(allowed));
        }

        private static Optional<String> wants(String words, boolean fits) {
            return fits ? Optional.empty() : Optional.of(words);
        }
    }
}
