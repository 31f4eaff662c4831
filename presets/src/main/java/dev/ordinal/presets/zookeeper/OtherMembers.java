package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.change.Step;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What another number of members takes while the old list is live, so that any majority of the new list has a member that
 * knows every acknowledged write.
 *
 * <p>To fewer: a majority of five may be zk-3, zk-4 and zk-5, and then zk-1 and zk-2 are a majority of three that knows less.
 * So those that go stop first. Of the others a majority of the old list must still acknowledge each write, and a member
 * acknowledges in order: one more acknowledged write proves that so many of them have all.
 *
 * <p>To more: the new ones have no vote before they have copied all, provided that their disks are blank. On a disk of a former
 * member of that name they would vote at once, and know less.
 *
 * @param before how many members there are
 * @param after how many there will be
 */
record OtherMembers(ZooKeeperCommands commands, int before, int after) {
    /** The steps before all members stop. */
    List<Step> steps() {
        if (after == before) {
            return List.of();
        }
        return after < before ? List.of(stopFirst(), acknowledged()) : List.of(forget());
    }

    /** How many run with the old list in the end: those that stay, but never fewer than can lead by it. */
    int left() {
        return Math.max(after, majority());
    }

    private int majority() {
        return before / 2 + 1;
    }

    private Step forget() {
        String claims = IntStream.rangeClosed(before + 1, after)
                .mapToObj(commands::pod)
                .map(pod -> "data-" + pod + " log-" + pod)
                .collect(Collectors.joining(" "));
        return Step.titled("Delete claims that former members have left")
                .because(
                        "Whoever comes on an old disk has a vote at once, and knows nothing of what was written since. On a"
                                + " blank one it copies everything first.")
                .run(commands.deleteClaims(claims))
                .until("claims=\"$(" + commands.claimNames(claims) + ")\" && [ -z \"$claims\" ]");
    }

    private Step stopFirst() {
        String pods = IntStream.rangeClosed(left() + 1, before)
                .mapToObj(commands::pod)
                .collect(Collectors.joining(", "));
        return Step.titled("Stop " + pods + " first")
                .because("The others, a majority of " + before
                        + ", go on. If all stopped at once, those that stay might lack"
                        + " writes that only the ones that go have acknowledged.")
                .run(commands.scale(left()))
                .until("[ \"$(" + commands.podNames() + " | wc -l)\" -eq " + left() + " ]");
    }

    private Step acknowledged() {
        return Step.titled("See that the " + left() + " members left acknowledge a write")
                .because("It takes " + majority()
                        + " of them, and who has it has every write before it: so in any majority of"
                        + " the new list there is one that knows all. The node goes by itself. If this never succeeds, scale"
                        + " back to " + before + ".")
                .until(commands.cli(commands.pod(1), " create -e -s /scale-down-"));
    }
}
