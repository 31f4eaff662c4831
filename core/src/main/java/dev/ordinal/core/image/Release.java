package dev.ordinal.core.image;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that a tag or a version begins with: {@code 8.4.6} of {@code 8.4.6-oraclelinux9}.
 *
 * @param numbers none for a tag such as {@code latest}
 */
public record Release(List<Long> numbers) {
    private static final int LONGEST = 9;

    /** Reads it; a leading {@code v} is passed over. */
    public static Release of(String tag) {
        List<Long> numbers = new ArrayList<>();
        for (String part : (tag.startsWith("v") ? tag.substring(1) : tag).split("\\.", -1)) {
            int end = 0;
            while (end < part.length() && Character.isDigit(part.charAt(end)) && end < LONGEST) {
                end++;
            }
            if (end > 0) {
                numbers.add(Long.valueOf(part.substring(0, end)));
            }
            if (end < part.length() || end == 0) {
                break;
            }
        }
        return new Release(List.copyOf(numbers));
    }

    /** Whether it begins with a number. */
    public boolean isKnown() {
        return !numbers.isEmpty();
    }

    /** Less than zero if it is older than the other, by so many numbers; what is not written counts as 0. */
    public int compareTo(Release other, int parts) {
        for (int i = 0; i < parts; i++) {
            int order = Long.compare(number(i), other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private long number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
