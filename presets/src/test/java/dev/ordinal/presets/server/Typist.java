package dev.ordinal.presets.server;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.ResourceGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types the commands of a run book: as much of {@code kubectl} and of a shell as they use. */
public final class Typist {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final String GREP = " | grep -qx ";

    private final Cluster cluster;
    private final Map<String, ResourceGraph> files;
    private final List<String> claimsToGo = new ArrayList<>();

    /** At a keyboard, with these manifests in the folder. */
    public Typist(Cluster cluster, Map<String, ResourceGraph> files) {
        this.cluster = cluster;
        this.files = files;
    }

    /** Does the steps one after the other, each when the check of the one before it has succeeded. */
    public void follow(List<Step> steps, Duration eachWithin) {
        for (Step step : steps) {
            step.commands().forEach(this::type);
            step.check().ifPresent(check -> cluster.await(check, eachWithin, () -> type(check)));
        }
    }

    /** Whether a command, or what it is piped into, succeeds. */
    private boolean type(String line) {
        int pipe = line.indexOf(GREP);
        if (pipe < 0) {
            return !run(words(line)).equals("no");
        }
        String wanted = line.substring(pipe + GREP.length()).strip();
        return run(words(line.substring(0, pipe))).lines().anyMatch(wanted::equals);
    }

    private String run(List<String> words) {
        List<String> rest = words.get(1).equals("-n") ? words.subList(3, words.size()) : words.subList(1, words.size());
        return switch (rest.get(0)) {
            case "apply" -> apply(rest.get(2));
            case "rollout" -> cluster.pods().stream().allMatch(Pod::ready) ? "yes" : "no";
            case "exec" ->
                cluster.pod(rest.get(1))
                        .exec(rest.subList(rest.indexOf("--") + 1, rest.size()).toArray(String[]::new));
            case "delete" -> delete(rest.get(1), rest.subList(2, rest.size()));
            default -> throw new UnsupportedOperationException("nobody has taught this: " + words);
        };
    }

    private String apply(String file) {
        cluster.apply(Objects.requireNonNull(files.get(file), file));
        cluster.reconcile();
        return "yes";
    }

    /** A claim goes when its pod is gone; a pod comes back at once. */
    private String delete(String kind, List<String> words) {
        List<String> names =
                words.stream().filter(word -> !word.startsWith("-")).toList();
        if (kind.equals("pvc") && words.contains("--wait=false")) {
            claimsToGo.addAll(names);
        } else if (kind.equals("pvc")) {
            names.forEach(cluster::deleteClaim);
        } else if (kind.equals("pod")) {
            cluster.stop(names.toArray(String[]::new));
            claimsToGo.forEach(cluster::deleteClaim);
            claimsToGo.clear();
            cluster.reconcile();
        } else {
            throw new UnsupportedOperationException("nobody has taught to delete a " + kind);
        }
        return "yes";
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }
}
