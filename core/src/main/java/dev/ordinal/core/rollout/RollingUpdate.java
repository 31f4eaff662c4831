package dev.ordinal.core.rollout;

/**
 * Takes down one pod of an older revision, from the highest ordinal down to the partition. {@code maxUnavailable} is not
 * served by default in 1.36: the server drops it, and one pod at a time is what happens.
 */
final class RollingUpdate {
    private RollingUpdate() {}

    /** Whether a pod was taken down. */
    static boolean process(View view) {
        Spec spec = view.spec();
        int partition = spec.partition() == null ? 0 : spec.partition();
        for (int index = spec.replicas() - 1; index >= partition; index--) {
            LivePod pod = view.slots().get(spec.start() + index);
            if (pod != null && !pod.isAt(view.update()) && !pod.terminating()) {
                view.world().delete(pod);
                return true;
            } else if (view.isUnavailable(pod)) {
                return false;
            }
        }
        return false;
    }
}
