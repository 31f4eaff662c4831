package dev.ordinal.core.rollout;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pods outside the range, from the highest ordinal down: each is deleted when its turn comes. */
final class Condemned {
    private Condemned() {}

    /** Whether the sync may go on to updates. */
    static boolean process(View view) {
        view.condemned().forEach(pod -> Retention.apply(view, pod));
        LivePod firstUnavailable = firstUnavailable(view);
        for (LivePod pod : view.condemned()) {
            if (view.spec().ordered()) {
                if (mayBeDeleted(view, pod, firstUnavailable)) {
                    view.world().delete(pod);
                }
                return false;
            } else if (!pod.terminating()) {
                view.world().delete(pod);
            }
        }
        return true;
    }

    private static boolean mayBeDeleted(View view, LivePod pod, @Nullable LivePod firstUnavailable) {
        return !pod.terminating() && (pod.isAvailable(view.spec()) || pod.equals(firstUnavailable));
    }

    /** Of several pods that are not available only the lowest may be taken out of its turn, so two of them block all. */
    private static @Nullable LivePod firstUnavailable(View view) {
        boolean isAnySlot = IntStream.rangeClosed(
                        view.spec().start(), view.spec().end())
                .anyMatch(ordinal -> view.isUnavailable(view.slots().get(ordinal)));
        List<LivePod> unavailable =
                view.condemned().stream().filter(view::isUnavailable).toList();
        return isAnySlot || unavailable.isEmpty() ? null : unavailable.get(unavailable.size() - 1);
    }
}
