package dev.ordinal.core.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.rollout.Recording.Entry;
import dev.ordinal.core.rollout.Recording.Seen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rehearsal beside 88 recordings of a real controller, step by step. */
class RolloutConformanceTest {
    private static final List<Recording> RECORDINGS = Recording.all();

    /**
     * The recordings were made one after the other on one server. This one found the two pods that the one before it had left
     * as orphans; their claims had been removed.
     */
    private static final String AFTER_ORPHANS = "update and scale at once";

    @Test
    void every_step_of_every_recording_is_foretold() {
        List<String> different = new ArrayList<>();
        RECORDINGS.forEach(recording -> different.addAll(differences(recording)));
        long steps = RECORDINGS.stream()
                .flatMap(recording -> recording.log().stream())
                .mapToLong(entry -> entry.steps().size())
                .sum();
        System.out.printf(
                "rollouts: %d recordings, %d steps; actions that went another way: %d%n",
                RECORDINGS.size(), steps, different.size());

        assertThat(different).isEmpty();
    }

    @Test
    void the_recordings_are_all_there() {
        assertThat(RECORDINGS).hasSize(88);
    }

    private static List<String> differences(Recording recording) {
        List<String> different = new ArrayList<>();
        Rollout rollout = recording.title().equals(AFTER_ORPHANS) ? orphans(recording) : null;
        for (Entry entry : recording.log()) {
            rollout = entry.on(rollout);
            List<Seen> foretold = rollout.steps().stream().map(Seen::of).toList();
            if (!isAlike(foretold, entry.steps())) {
                different.add(recording.title() + ": " + entry.action() + " " + entry.argument() + "\n  foretold "
                        + foretold + "\n  recorded " + entry.steps());
            }
        }
        return different;
    }

    private static Rollout orphans(Recording next) {
        World world = new World("a");
        Revision revision = world.revisionOf(next.log().get(0).created());
        for (int ordinal = 0; ordinal < 2; ordinal++) {
            world.put(LivePod.pending(
                    ordinal, world.newId(), World.NOBODY, revision, List.of("data-" + world.nameOf(ordinal))));
        }
        return Rollout.run(world);
    }

    private static boolean isAlike(List<Seen> foretold, List<Seen> recorded) {
        boolean isAlike = foretold.size() == recorded.size();
        for (int i = 0; isAlike && i < recorded.size(); i++) {
            isAlike = foretold.get(i).pods().equals(recorded.get(i).pods())
                    && claimsAreAlike(foretold, i, recorded.get(i).claims());
        }
        return isAlike;
    }

    /** The garbage collector is not waited for: a claim that is gone may be seen for one step more. */
    private static boolean claimsAreAlike(List<Seen> foretold, int i, List<String> recorded) {
        Set<String> atMost = new HashSet<>(foretold.get(i).claims());
        if (i > 0) {
            atMost.addAll(foretold.get(i - 1).claims());
        }
        return recorded.containsAll(foretold.get(i).claims()) && atMost.containsAll(recorded);
    }
}
