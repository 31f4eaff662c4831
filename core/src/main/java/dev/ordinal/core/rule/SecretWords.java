package dev.ordinal.core.rule;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a secret that is written out from a word that only looks like one. */
final class SecretWords {
    private static final String WORD = "(password|passwd|passphrase|token|api[-_.]?key|private[-_.]?key"
            + "|secret[-_.]?(access[-_.]?)?key|(client|jwt|app|shared|auth|session|signing|cookie|webhook)[-_.]?secret)";
    private static final Pattern NAME = Pattern.compile("(?i)([\\w.-]*[-_.])?pass|[\\w.-]*" + WORD);
    /** Every name of a secret ends in one of these, so that most names need no pattern. */
    private static final List<String> ENDS =
            List.of("pass", "password", "passwd", "passphrase", "token", "key", "secret");
    /** What etcd tells two clusters apart by. */
    private static final Pattern PUBLIC = Pattern.compile("(?i)[\\w.-]*initial[-_.]cluster[-_.]token");

    private static final Pattern OPTION = Pattern.compile("(?s)(--?([\\w.-]+))(?:=(.*))?");
    private static final Pattern LINE = Pattern.compile("(?im)^[ \\t]*[\"']?"
            + "(?:([\\w.-]*(?:password|passwd|passphrase))[\"']?[ \\t]*[=:]|(requirepass|masterauth)[ \\t])"
            + "[ \\t]*(\\S+)[ \\t]*$");

    private static final Pattern SWITCH =
            Pattern.compile("(?i)true|false|yes|no|on|off|none|null|disabled|enabled|-?\\d+");
    /** A path, a reference, a placeholder, a template, or more than one word. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?s)[/<{%*&!|>@].*|.*[$\\s].*|.*\\{\\{.*|(file|env|vault|secret|ref)[:+].*");

    private SecretWords() {}

    static boolean isSecret(String name, String value) {
        return mayBeSecret(name, name.length())
                && NAME.matcher(name).matches()
                && !PUBLIC.matcher(name).matches()
                && isLiteral(value);
    }

    private static boolean mayBeSecret(String text, int end) {
        for (String word : ENDS) {
            if (text.regionMatches(true, end - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** The option that gives a secret, in one argument or two; empty for any other argument. */
    static String inArgument(String argument, @Nullable String next) {
        int equals = argument.indexOf('=');
        if (!argument.startsWith("-") || !mayBeSecret(argument, equals < 0 ? argument.length() : equals)) {
            return "";
        }
        Matcher matcher = OPTION.matcher(argument);
        if (!matcher.matches()) {
            return "";
        }
        boolean isApart = matcher.group(3) == null;
        String value = isApart ? (next == null || next.startsWith("-") ? "" : next) : matcher.group(3);
        return isSecret(matcher.group(2), value) ? matcher.group(1) : "";
    }

    /**
     * The names of the settings of a configuration file that are secrets. Scripts are no configuration, and what a script
     * beside the file replaces is a placeholder.
     */
    static Set<String> inFile(String file, String text, Collection<String> files) {
        Set<String> names = new LinkedHashSet<>();
        if (!Text.contains(text, "pass") && !Text.contains(text, "masterauth")) {
            return names;
        } else if (file.matches(".*\\.(sh|bash|py|js|sql|lua|md)") || text.startsWith("#!")) {
            return names;
        }
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            String value = line.group(3).replaceAll("^[\"']|[\"';,]+$", "");
            if (isLiteral(value) && files.stream().noneMatch(other -> replaces(other, value))) {
                names.add(line.group(1) == null ? line.group(2) : line.group(1));
            }
        }
        return names;
    }

    /** As sed does: {@code s/value/.../}, with any of the usual separators. */
    private static boolean replaces(@Nullable String script, String value) {
        return script != null
                && Stream.of("/", "|", "#", ",", ":", "@").anyMatch(mark -> script.contains("s" + mark + value + mark));
    }

    private static boolean isLiteral(String value) {
        return !value.isEmpty()
                && !SWITCH.matcher(value).matches()
                && !HARMLESS.matcher(value).matches();
    }
}
