package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of many sets, so that a text need not be searched for each of them. */
final class SetNames {
    /** So many are searched for one by one. */
    private static final int FEW = 8;

    private static final Pattern ORDINARY = Pattern.compile("[\\w.-]+");

    private final List<Workload> sets;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final List<Integer> odd = new ArrayList<>();

    SetNames(List<Workload> sets) {
        this.sets = sets;
        for (int i = 0; i < sets.size() && sets.size() > FEW; i++) {
            String name = sets.get(i).ref().name();
            boolean ordinary = ORDINARY.matcher(name).matches();
            (ordinary ? places.computeIfAbsent(name, n -> new ArrayList<>(1)) : odd).add(i);
        }
    }

    /** The sets, in order, of which a text may name a pod: every one of which it does, and perhaps others. */
    List<Workload> mentionedIn(String text) {
        if (sets.size() <= FEW) {
            return sets;
        }
        TreeSet<Integer> found = new TreeSet<>(odd);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isOfName(text.charAt(i))) {
                start = i + 1;
            } else if (text.charAt(i) == '-' && i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                found.addAll(places.getOrDefault(text.substring(start, i), List.of()));
            }
        }
        return found.stream().map(sets::get).toList();
    }

    private static boolean isOfName(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
