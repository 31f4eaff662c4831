package dev.ordinal.core.yaml;

/** Whether a text has the shape of a number or of a timestamp for any reader. */
final class NumberShape {
    private static final String DIGITS = "0123456789";

    private NumberShape() {}

    static boolean isNumber(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        return isBased(text, start) || isDecimal(text, start) || isSexagesimal(text, start) || isSpecial(text, start);
    }

    /** A prefix for the base and digits of it; the API server's reader takes a sign between them. */
    private static boolean isBased(String text, int start) {
        if (text.length() < start + 3 || text.charAt(start) != '0') {
            return false;
        }
        int digits = text.charAt(start + 2) == '-' || text.charAt(start + 2) == '+' ? start + 3 : start + 2;
        String allowed =
                switch (text.charAt(start + 1)) {
                    case 'x', 'X' -> "0123456789abcdefABCDEF_";
                    case 'o', 'O' -> "01234567_";
                    case 'b', 'B' -> "01_";
                    default -> "";
                };
        return skip(text, digits, allowed) == text.length();
    }

    /** Digits parted by underscores, one point among them, and an exponent. */
    private static boolean isDecimal(String text, int start) {
        int point = skip(text, start, "0123456789_");
        boolean hasPoint = point < text.length() && text.charAt(point) == '.';
        int end = hasPoint ? skip(text, point + 1, "0123456789_") : point;
        if (end == start || (hasPoint && end == start + 1)) {
            return false;
        } else if (end == text.length()) {
            return true;
        }
        return (text.charAt(end) == 'e' || text.charAt(end) == 'E') && isExponent(text, end + 1);
    }

    private static boolean isExponent(String text, int start) {
        boolean signed = start < text.length() && (text.charAt(start) == '-' || text.charAt(start) == '+');
        int digits = signed ? start + 1 : start;
        return digits < text.length() && skip(text, digits, "0123456789_") == text.length();
    }

    /** Groups of one or two digits behind colons, such as 12:30:45, and a fraction. */
    private static boolean isSexagesimal(String text, int start) {
        int end = skip(text, start, "0123456789_");
        if (end == start || end == text.length() || text.charAt(end) != ':') {
            return false;
        }
        while (end < text.length() && text.charAt(end) == ':') {
            int group = skip(text, end + 1, DIGITS);
            if (group - end < 2 || group - end > 3) {
                return false;
            }
            end = group;
        }
        return end == text.length() || (text.charAt(end) == '.' && skip(text, end + 1, "0123456789_") == text.length());
    }

    private static boolean isSpecial(String text, int start) {
        return text.length() == start + 4
                && (text.regionMatches(true, start, ".inf", 0, 4) || text.regionMatches(true, start, ".nan", 0, 4));
    }

    /** A date, alone or with a time behind it. */
    static boolean isTimestamp(String text) {
        int year = skip(text, 0, DIGITS);
        if (year != 4 || year == text.length() || text.charAt(year) != '-') {
            return false;
        }
        int month = skip(text, year + 1, DIGITS);
        if (month == text.length() || text.charAt(month) != '-') {
            return false;
        }
        int day = skip(text, month + 1, DIGITS);
        return day > month + 1
                && day - month <= 3
                && skip(text, day, "0123456789TtZz:.+- ") == text.length()
                && (day == text.length() || "Tt ".indexOf(text.charAt(day)) >= 0);
    }

    private static int skip(String text, int start, String allowed) {
        int i = start;
        while (i < text.length() && allowed.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
