package dev.ordinal.core.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a secret that is written out from a word that only looks like one. */
final class SecretWords {
    private static final String WORD = "(password|passwd|passphrase|token|api[-_.]?key|private[-_.]?key"
            + "|secret[-_.]?(access[-_.]?)?key|(client|jwt|app|shared|auth|session|signing|cookie|webhook)[-_.]?secret)";
    private static final Pattern NAME = Pattern.compile("(?i)([\\w.-]*[-_.])?pass|[\\w.-]*" + WORD);
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
        return NAME.matcher(name).matches() && isLiteral(value);
    }

    /** The option that gives a secret, in one argument or two. */
    static Optional<String> inArgument(String argument, @Nullable String next) {
        Matcher matcher = OPTION.matcher(argument);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean isApart = matcher.group(3) == null;
        String value = isApart ? (next == null || next.startsWith("-") ? "" : next) : matcher.group(3);
        return isSecret(matcher.group(2), value) ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The names of the settings of a configuration file that are secrets; scripts are no configuration. */
    static Stream<String> inFile(String file, String text) {
        return file.matches(".*\\.(sh|bash|py|js|sql|lua|md)") || text.startsWith("#!")
                ? Stream.empty()
                : LINE.matcher(text)
                        .results()
                        .filter(r -> isLiteral(r.group(3).replaceAll("^[\"']|[\"';,]+$", "")))
                        .map(r -> r.group(1) == null ? r.group(2) : r.group(1));
    }

    private static boolean isLiteral(String value) {
        return !value.isEmpty()
                && !SWITCH.matcher(value).matches()
                && !HARMLESS.matcher(value).matches();
    }
}
