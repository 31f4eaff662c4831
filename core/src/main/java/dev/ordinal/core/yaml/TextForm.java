package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Texts that the API server decodes further: the model knows them only as text. */
enum TextForm {
    /** Any text. */
    ANY("a text"),
    /** Bytes in base64. */
    BASE64("bytes in base64"),
    /** A point in time. */
    TIME("a time such as \"2026-01-31T12:00:00Z\"");

    /** Compiled when the first time is met. */
    private static final class Rfc3339 {
        static final Pattern GRAMMAR =
                Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}([.,]\\d{1,30})?(Z|[+-]\\d{2}:\\d{2})");
    }

    private final String words;

    TextForm(String words) {
        this.words = words;
    }

    /** The form of the texts in a field of a model class. */
    static TextForm of(Class<?> owner, String field) {
        if ((owner == Secret.class && field.equals("data"))
                || (owner == ConfigMap.class && field.equals("binaryData"))) {
            return BASE64;
        }
        return switch (field) {
            case "time", "startedAt", "finishedAt", "timeAdded", "disruptedPods" -> TIME;
            default -> field.endsWith("Time") || field.endsWith("Timestamp") ? TIME : ANY;
        };
    }

    String words() {
        return words;
    }

    boolean matches(String text) {
        return this == ANY || (this == BASE64 ? isBase64(text) : isTime(text));
    }

    /** The server skips line breaks, wants the padding, and does not mind the bits that are left over. */
    private static boolean isBase64(String text) {
        int letters = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                padding++;
            } else if (c != '\n' && c != '\r') {
                boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                if (padding > 0 || !(letter || c == '+' || c == '/')) {
                    return false;
                }
                letters++;
            }
        }
        return padding <= 2 && (letters + padding) % 4 == 0 && letters % 4 != 1;
    }

    private static boolean isTime(String text) {
        if (!Rfc3339.GRAMMAR.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text.replaceFirst("[.,]\\d+", ""));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
