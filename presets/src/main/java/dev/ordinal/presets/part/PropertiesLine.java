package dev.ordinal.presets.part;

import java.util.Map;

/** A setting that becomes a line of a file of Java properties. */
public final class PropertiesLine {
    private static final String NAME = "[A-Za-z0-9._-]+";
    /** An end of line, or a backslash at the end, which joins the next line. */
    private static final String MORE = "(?s).*([\\r\\n].*|\\\\)";

    private PropertiesLine() {}

    /** Whether it would change other lines of that file, which is then said. */
    public static boolean isBroken(Map.Entry<String, String> setting, String file, Findings findings) {
        boolean isBroken = !setting.getKey().matches(NAME) || setting.getValue().matches(MORE);
        if (isBroken) {
            findings.error(
                    "SettingIsOneLine",
                    "settings[" + setting.getKey() + "]",
                    "\"" + setting.getValue() + "\"",
                    "a setting is one line of " + file + "; anything else would change other lines",
                    "use a name of letters, digits and . _ -, and a value of one line that does not end with a backslash");
        }
        return isBroken;
    }
}
